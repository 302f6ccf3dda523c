package dev.whistle.procedure.compoundhandover;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 核对过渡管理: whoever is to stand in may, from the day that was said (JJ.A8.3.2, AS.4). */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(
        name = "核对过渡管理",
        description = "核对由谁过渡管理，紧接在表单之后：受托企业正在退出、起始日已经由他人管理或者在接续之日以后、说不需要而中间有空档的退回表单。设好 runner（管理单位编号）。",
        sets = {"runner"})
class CheckStandIn implements JavaDelegate {

    private final CompoundHandovers handovers;
    private final TakeoverRules rules;

    @BlockField(label = "过渡方式", hint = "emergency 应急管理、basic-service 基本服务、none 不需要，例如 ${standInBasis}")
    private Expression basis;

    @BlockField(label = "受托企业", hint = "企业编号，例如 ${takingOver}", required = false)
    private @Nullable Expression company;

    @BlockField(label = "提供基本服务的单位", hint = "community 社区、street 镇街，例如 ${serviceUnit}", required = false)
    private @Nullable Expression unit;

    @BlockField(label = "管理起始日", hint = "例如 ${takesOverFrom}", required = false)
    private @Nullable Expression from;

    CheckStandIn(CompoundHandovers handovers, TakeoverRules rules) {
        this.handovers = handovers;
        this.rules = rules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        Handover handover = handovers.of(execution);
        String how = fields.required(basis);
        Takeover takeover = Takeover.of(fields, company, unit, from);
        Optional<String> runner = how.equals("none")
                ? rules.nobodyNeeded(handover, fields.name(basis, "basis"))
                : Optional.of(rules.standIn(handover, how, takeover));
        execution.setVariable("runner", runner.orElse(null));
    }
}
