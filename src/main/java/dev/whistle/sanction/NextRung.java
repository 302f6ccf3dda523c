package dev.whistle.sanction;

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

/** Building block 确定第几次: which rung it is by the ledger. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@Block(
        name = "确定第几次",
        description =
                "按台账计算该责任主体的这一事项是第几次，把 measure 设为 first-notice 抄告、supervision 督办、bulletin 通报或者 accountability 问责。",
        sets = "measure")
@SuppressWarnings("NullAway.Init")
class NextRung implements JavaDelegate {

    private final Sanctions sanctions;

    @BlockField(label = "涉及案件", hint = "例如 ${matter}")
    private Expression matter;

    @BlockField(label = "责任主体", hint = "例如 ${party}")
    private Expression party;

    @BlockField(label = "从哪一级开始", hint = "直接通报的填 bulletin；从抄告开始的不填", required = false)
    private @Nullable Expression first;

    @BlockField(label = "人工选定的措施", hint = "与台账不一致的予以拒绝，例如 ${wantedRung}；不填则只按台账", required = false)
    private @Nullable Expression wanted;

    NextRung(Sanctions sanctions) {
        this.sanctions = sanctions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        LadderRung next = sanctions.next(
                fields.required(matter),
                fields.required(party),
                fields.text(first).map(LadderRung::of).orElse(null),
                fields.text(wanted).map(LadderRung::of).orElse(null),
                "wantedRung");
        execution.setVariable("measure", next.code());
    }
}
