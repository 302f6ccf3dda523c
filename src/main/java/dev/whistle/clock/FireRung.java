package dev.whistle.clock;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.BlockField.Choice;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 期限到点: acts on the rung that is due. It leaves {@code rung}, transient, for the gateway after it. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@Block(
        name = "期限到点",
        description = "写在期限定时之后：到提醒时间或者届满的，登记一次，并把 rung 设为 reminder、breach 或 none，供后面的网关判断。",
        sets = "rung")
@SuppressWarnings("NullAway.Init")
class FireRung implements JavaDelegate {

    private final Clocks clocks;

    @BlockField(label = "期限种类", hint = "时限表中的一种", choice = Choice.CLOCK)
    private Expression kind;

    @BlockField(label = "期限事由", hint = "同一案件有几个同种期限时用来区分，例如承办单位；一般不填", required = false)
    private @Nullable Expression occasion;

    FireRung(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Step step = Step.of(execution);
        String fired = clocks.fire(step.key(kind, occasion)).word();
        execution.setVariableLocal("rung", Variables.stringValue(fired, true));
    }
}
