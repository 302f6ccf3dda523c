package dev.whistle.clock;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.BlockField.Choice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Building block 取消期限: the duty has fallen away, e.g. because the complaint was withdrawn. Without a kind it ends every
 * clock of the case that runs or is paused; a breach stays on record. Run again it changes nothing.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@Block(name = "取消期限", version = 2, description = "事情不必再办，期限不再计算；不指明种类的，取消本案仍在计算或者暂停的全部期限，已经逾期的保留记录。")
@SuppressWarnings("NullAway.Init")
class CancelClock implements JavaDelegate {

    private final Clocks clocks;

    @BlockField(label = "期限种类", hint = "时限表中的一种；不填则取消本案全部未了的期限", required = false, choice = Choice.CLOCK)
    private @Nullable Expression kind;

    @BlockField(label = "理由", hint = "写明取消的理由，记入案件办理过程")
    private Expression reason;

    @BlockField(label = "期限事由", hint = "同一案件有几个同种期限时用来区分，例如承办单位；一般不填，填写时须同时填写期限种类", required = false)
    private @Nullable Expression occasion;

    CancelClock(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Step step = Step.of(execution);
        if (step.text(kind).isPresent()) {
            clocks.cancel(step.key(kind, occasion), step.why(reason, null));
        } else if (step.text(occasion).isPresent()) {
            throw ClockRules.refusal("kind", "clock.kind-missing");
        } else {
            clocks.cancelAll(execution.getProcessBusinessKey(), step.why(reason, null));
        }
    }
}
