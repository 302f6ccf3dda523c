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
 * Building block 登记重复投诉: the officer has confirmed that the case repeats another one. Without that one's number it
 * does nothing; run again it changes nothing. A number that is none is refused under the name of the form's field.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(name = "登记重复投诉", description = "把本案登记为另一案件的重复投诉，两案在案件页互相可见；原案件为空时不做任何事。放在确认重复投诉的任务之后。")
class LinkRepeat implements JavaDelegate {

    private final CaseLinks links;

    @BlockField(label = "原案件", hint = "原案件编号，一般取任务表单中选定的变量，例如 ${repeatOf}；可以为空。")
    private Expression other;

    @BlockField(label = "理由", hint = "确认为重复投诉的理由；没有可以不填。", required = false)
    private @Nullable Expression reason;

    LinkRepeat(CaseLinks links) {
        this.links = links;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        fields.text(other)
                .ifPresent(it -> links.repeats(
                        execution.getProcessBusinessKey(),
                        it,
                        fields.text(reason).orElse(null),
                        fields.name(other, "other"),
                        execution.getCurrentActivityId()));
    }
}
