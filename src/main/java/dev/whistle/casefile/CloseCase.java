package dev.whistle.casefile;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Building block 结案归档 (JJ.A7 三(六)): closes the case; its archive is made once the closing line is on the
 * timeline. Field: {@code outcome}, how the case ended.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
class CloseCase implements JavaDelegate {

    private final Cases cases;
    private Expression outcome;

    CloseCase(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.close(
                execution.getProcessBusinessKey(), outcome.getValue(execution).toString());
    }
}
