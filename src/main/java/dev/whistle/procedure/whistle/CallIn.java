package dev.whistle.procedure.whistle;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Building block 增派协办部门: asks one more department to take part, e.g. the police where officers are obstructed
 * (JJ.A3.2.5).
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(name = "增派协办部门", description = "办理期间请一个部门协同，按分工表确定；把 called 设为该部门，分工表没有的为空。", sets = "called")
class CallIn implements JavaDelegate {

    private final Referring referring;

    @BlockField(label = "事项种类", hint = "分工表中的种类，例如 obstruction（妨碍公务、暴力抗法）")
    private Expression kind;

    CallIn(Referring referring) {
        this.referring = referring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                "called",
                referring
                        .callIn(
                                execution.getProcessBusinessKey(),
                                String.valueOf(Field.of(kind, "kind", execution).value()),
                                execution.getActivityInstanceId())
                        .orElse(null));
    }
}
