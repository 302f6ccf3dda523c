package dev.whistle.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Work that an officer's own rights in the engine do not cover and that other checks have allowed. It is one command of
 * the engine: one transaction with everything else it does, done again if somebody else changed the same rows
 * meanwhile.
 */
@Component
public class Unrestricted {

    private final ProcessEngine engine;

    Unrestricted(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** Does this with authorization switched off; it may be done more than once, and only the last one counts. */
    public <T> T run(Supplier<T> work) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(work::get));
    }
}
