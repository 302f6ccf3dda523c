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

/** Building block 重定期限效力: what a running clock means, now that its case is of another category. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@Block(name = "重定期限效力", description = "案件改变类别之后，按时限表重新确定期限是法定的还是服务承诺；起算时间和届满时间都不改变。")
@SuppressWarnings("NullAway.Init")
class RegradeClock implements JavaDelegate {

    private final Clocks clocks;

    @BlockField(label = "期限种类", hint = "时限表中的一种", choice = Choice.CLOCK)
    private Expression kind;

    @BlockField(label = "案件类别", hint = "改变之后的类别，例如 ${category}")
    private Expression category;

    @BlockField(label = "期限事由", hint = "同一案件有几个同种期限时用来区分，例如承办单位；一般不填", required = false)
    private @Nullable Expression occasion;

    RegradeClock(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Step step = Step.of(execution);
        clocks.regrade(step.key(kind, occasion), step.text(category).orElse(""));
    }
}
