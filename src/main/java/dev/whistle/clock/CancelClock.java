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

/** Building block 取消期限: the duty has fallen away. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@Block(name = "取消期限", description = "事情不必再办，期限不再计算。")
@SuppressWarnings("NullAway.Init")
class CancelClock implements JavaDelegate {

    private final Clocks clocks;

    @BlockField(label = "期限种类", hint = "时限表中的一种", choice = Choice.CLOCK)
    private Expression kind;

    @BlockField(label = "理由", hint = "写明取消的理由，记入案件办理过程")
    private Expression reason;

    @BlockField(label = "期限事由", hint = "同一案件有几个同种期限时用来区分，例如承办单位；一般不填", required = false)
    private @Nullable Expression occasion;

    CancelClock(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Step step = new Step(execution);
        clocks.cancel(step.key(kind, occasion), step.why(reason, null));
    }
}
