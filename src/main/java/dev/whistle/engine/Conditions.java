package dev.whistle.engine;

import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Evaluates a form's FEEL conditions with the engine's own FEEL, so that page and server agree. */
@Component
class Conditions {

    private final ProcessEngine engine;

    Conditions(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    boolean holds(String condition, Map<String, Object> values) {
        FeelEngine feel = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDmnEngineConfiguration()
                .getFeelEngine();
        Object result = feel.evaluateSimpleExpression(
                condition, Variables.fromMap(values).asVariableContext());
        return Boolean.TRUE.equals(result);
    }
}
