package dev.whistle.procedure.compoundhandover;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 核对接续方式: whoever is to run the compound from then on may, and who decided it could (JJ.A8.3.2). */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(
        name = "核对接续方式",
        description =
                "按 succession.dmn 核对谁来决定、可以怎样接续，紧接在表单之后：决定的一方无权决定、接管企业正在退出、起始日不对的退回表单。设好 basis（管理依据）、runner（管理单位编号）和 tenderRound（第几次招标）。",
        sets = {"basis", "runner", "tenderRound"})
class CheckSuccession implements JavaDelegate {

    private final CompoundHandovers handovers;
    private final TakeoverRules rules;

    @BlockField(label = "接续方式", hint = "new-company、state-owned、self-run、basic-service，例如 ${successor}")
    private Expression successor;

    @BlockField(label = "决定的一方", hint = "succession.dmn 中的决定方，例如 ${decidedBy}")
    private Expression decidedBy;

    @BlockField(label = "受托企业", hint = "企业编号，例如 ${takingOver}", required = false)
    private @Nullable Expression company;

    @BlockField(label = "提供基本服务的单位", hint = "community 社区、street 镇街，例如 ${serviceUnit}", required = false)
    private @Nullable Expression unit;

    @BlockField(label = "管理起始日", hint = "例如 ${takesOverFrom}；重新招标的不填", required = false)
    private @Nullable Expression from;

    CheckSuccession(CompoundHandovers handovers, TakeoverRules rules) {
        this.handovers = handovers;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        Handover handover = handovers.of(execution);
        String way = fields.required(successor);
        rules.refuseDecider(handover, fields.required(decidedBy), fields.name(decidedBy, "decidedBy"));
        if (way.equals(CompoundHandoverProcess.Successor.NEW_COMPANY)) {
            execution.setVariable("tenderRound", round(execution.getVariable("tenderRound")));
            execution.setVariable("basis", "contract");
            execution.setVariable("runner", null);
            return;
        }
        Takeover takeover = Takeover.of(fields, company, unit, from);
        execution.setVariable("basis", way.equals("state-owned") ? "takeover" : way);
        execution.setVariable("runner", rules.successor(handover, way, takeover));
    }

    /** The number of a tender, by which its clock is told from those before. */
    private static String round(@Nullable Object before) {
        return before == null ? "1" : String.valueOf(Integer.parseInt(Objects.toString(before)) + 1);
    }
}
