package dev.whistle.procedure.compoundhandover;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 报告交接结果: a handover has come to its end, which the case of the company's exit is told. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(name = "报告交接结果", description = "登记本案小区的交接已有结果，告知“企业退出”案件；放在结案归档之前，重复执行不再告知。")
class ReportHandover implements JavaDelegate {

    private final CompoundHandovers handovers;

    @BlockField(label = "交接结果", hint = "new-company、state-owned、self-run、basic-service 或者 withdrawn，例如 ${successor}")
    private Expression outcome;

    ReportHandover(CompoundHandovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handovers.ended(handovers.of(execution), new Fields(execution).required(outcome));
    }
}
