package dev.whistle.clock;

import java.time.OffsetDateTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Building block 启动期限. Fields: {@code kind}, a row of {@code time-limits.dmn}; {@code from}, the ISO time with
 * offset that the period is counted from.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
class ArmClock implements JavaDelegate {

    private final Clocks clocks;
    private Expression kind;
    private Expression from;

    ArmClock(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clocks.arm(
                execution.getProcessBusinessKey(),
                kind.getValue(execution).toString(),
                OffsetDateTime.parse(from.getValue(execution).toString()).toInstant());
    }
}
