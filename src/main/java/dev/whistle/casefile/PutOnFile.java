package dev.whistle.casefile;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Building block 归卷: puts something on the case's file that is no attachment (JJ.A7 三(六): opinions, minutes,
 * leaders' instructions). It stands on the timeline and in the archive.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(name = "归卷", description = "把批示、会议纪要、意见等文字记入案卷，在办理经过和归档材料中都能看到；附件请经办人在案件页上传，不用此步骤。")
class PutOnFile implements JavaDelegate {

    private final CaseNotes notes;

    @BlockField(label = "标题", hint = "例如“领导批示”“协调会纪要”。")
    private Expression title;

    @BlockField(label = "内容", hint = "文字或变量，例如 ${opinion}；由本步骤之前同一次提交的表单填写。")
    private Expression text;

    @BlockField(label = "日期", hint = "批示或会议的日期，如 2026-09-10 或变量；没有可以不填。", required = false)
    private @Nullable Expression on;

    @BlockField(label = "场合", hint = "同一场合只记入一次，例如第几次会议 ${meetingNo}；不填则每执行一次记入一次。", required = false)
    private @Nullable Expression occasion;

    PutOnFile(CaseNotes notes) {
        this.notes = notes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        notes.file(
                execution.getProcessBusinessKey(),
                execution.getCurrentActivityId(),
                fields.text(occasion).orElseGet(execution::getActivityInstanceId),
                new CaseNote(
                        fields.text(title).orElse(""),
                        fields.text(text).orElse(""),
                        fields.text(on).orElse(null)));
    }
}
