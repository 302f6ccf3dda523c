package dev.whistle.notification;

import dev.whistle.clock.ClockKey;
import dev.whistle.notification.Notices.Notice;
import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.BlockField.Choice;
import dev.whistle.palette.Fields;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Building block 消息提醒: tells somebody of an event of the case, in the words of {@code messages.dmn}. Persons of the
 * case get a text message, officers mail. The message is written with the step and sent after it; run again it changes
 * nothing.
 */
@Block(
        name = "消息提醒",
        version = 2,
        description = "按 messages.dmn 的文字告知当事人（短信）或者工作人员（邮件）；文字在本环节生成并留存，发送在后台进行，发不出去的转区办公室处理。")
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
class Notify implements JavaDelegate {

    private final Notices notices;

    @BlockField(label = "事件", hint = "messages.dmn 中的一行", choice = Choice.MESSAGE)
    private Expression event;

    @BlockField(
            label = "告知谁",
            hint =
                    "当事人写其身份（如 complainant 投诉人，并案的全部告知，没有的不告知）；某单位的工作人员写 officers，负责人写 leads；正在经办的单位写 holders，其负责人写 holders-leads",
            choice = Choice.RECIPIENT)
    private Expression to;

    @BlockField(label = "单位", hint = "告知工作人员或者负责人时填单位编号，如 ${handlingUnit}；不填为首次接待的单位", required = false)
    private @Nullable Expression unit;

    @BlockField(label = "期限", hint = "文字里用到“期限名称”“期限截止日”时填写", required = false, choice = Choice.CLOCK)
    private @Nullable Expression clock;

    @BlockField(label = "期限事由", hint = "同一案件有几个同种期限时填写，与“启动期限”所填的相同；一般不填", required = false)
    private @Nullable Expression clockOccasion;

    @BlockField(label = "场合", hint = "同一事件、同一场合只告知一次；不填时一案一次，填了期限的一天一次", required = false)
    private @Nullable Expression occasion;

    Notify(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        notices.tell(new Notice(
                execution.getProcessBusinessKey(),
                fields.required(event),
                fields.required(to),
                fields.text(unit).orElse(null),
                aboutClock(fields),
                fields.text(occasion).orElse(null)));
    }

    private @Nullable ClockKey aboutClock(Fields fields) {
        return fields.text(clock)
                .map(kind -> new ClockKey(
                        fields.execution().getProcessBusinessKey(),
                        kind,
                        fields.text(clockOccasion).orElse(ClockKey.ONLY)))
                .orElse(null);
    }
}
