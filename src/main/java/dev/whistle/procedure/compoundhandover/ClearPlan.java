package dev.whistle.procedure.compoundhandover;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 撤销原定安排: what a case has planned for who runs its compound gives way to what is recorded next. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(
        name = "撤销原定安排",
        description =
                "撤销本案登记的、自该日起还没有开始的管理安排，紧接着登记新的安排；已经确定接续的，接续之日以后的安排不动。设好 startsOn（从哪一日起登记：文书送达期间社区已经开始提供基本服务的，为其开始之日）。",
        sets = {"startsOn"})
class ClearPlan implements JavaDelegate {

    private final CompoundHandovers handovers;

    @BlockField(label = "自哪一日起", hint = "例如 ${takesOverFrom}，其值如 2026-11-01")
    private Expression from;

    @BlockField(label = "是否接续", hint = "yes 表示此后由接续方管理，同时记下接续之日；不填为过渡", required = false)
    private @Nullable Expression succession;

    ClearPlan(CompoundHandovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        LocalDate starts = handovers.clear(
                handovers.of(execution),
                LocalDate.parse(fields.required(from)),
                fields.text(succession).filter("yes"::equals).isPresent());
        execution.setVariable("startsOn", starts.toString());
    }
}
