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

/** Building block 暂停期限: stops counting. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@Block(name = "暂停期限", description = "暂停计算期限，暂停当日起不计入；时限表不允许暂停的予以拒绝。")
@SuppressWarnings("NullAway.Init")
class PauseClock implements JavaDelegate {

    private final Clocks clocks;

    @BlockField(label = "期限种类", hint = "时限表中的一种", choice = Choice.CLOCK)
    private Expression kind;

    @BlockField(label = "理由", hint = "写明暂停的理由，记入案件办理过程")
    private Expression reason;

    @BlockField(label = "期限事由", hint = "同一案件有几个同种期限时用来区分，例如承办单位；一般不填", required = false)
    private @Nullable Expression occasion;

    PauseClock(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Step step = Step.of(execution);
        clocks.pause(step.key(kind, occasion), step.why(reason, null));
    }
}
