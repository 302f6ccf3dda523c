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

/** Building block 恢复期限: goes on counting. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@Block(name = "恢复期限", description = "恢复计算已暂停的期限，恢复当日计入。")
@SuppressWarnings("NullAway.Init")
class ResumeClock implements JavaDelegate {

    private final Clocks clocks;

    @BlockField(label = "期限种类", hint = "时限表中的一种", choice = Choice.CLOCK)
    private Expression kind;

    @BlockField(label = "期限事由", hint = "同一案件有几个同种期限时用来区分，例如承办单位；一般不填", required = false)
    private @Nullable Expression occasion;

    ResumeClock(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Step step = Step.of(execution);
        clocks.resume(step.key(kind, occasion), step.why(null, null));
    }
}
