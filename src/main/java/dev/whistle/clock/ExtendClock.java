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

/** Building block 延长期限: adds units to the budget. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@Block(name = "延长期限", description = "延长期限，累计不超过时限表的上限；届满之后不能延长。")
@SuppressWarnings("NullAway.Init")
class ExtendClock implements JavaDelegate {

    private final Clocks clocks;

    @BlockField(label = "期限种类", hint = "时限表中的一种", choice = Choice.CLOCK)
    private Expression kind;

    @BlockField(label = "延长多少", hint = "大于 0 的整数，单位同时限表")
    private Expression by;

    @BlockField(label = "理由", hint = "写明延长的理由，记入案件办理过程")
    private Expression reason;

    @BlockField(label = "依据", hint = "准予延长的条款或者批准文书")
    private Expression basis;

    @BlockField(label = "期限事由", hint = "同一案件有几个同种期限时用来区分，例如承办单位；一般不填", required = false)
    private @Nullable Expression occasion;

    ExtendClock(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Step step = Step.of(execution);
        clocks.extend(step.key(kind, occasion), step.number(by).orElse(0), step.why(reason, basis));
    }
}
