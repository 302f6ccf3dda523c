package dev.whistle.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads of the engine that an officer's own rights do not cover, for answers that other checks have allowed. */
@Component
class EngineRead {

    private final ProcessEngine engine;

    EngineRead(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** What this read finds with authorization switched off. */
    <T> T unrestricted(Supplier<T> read) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(read::get));
    }

    /** The number of the case that a running process instance belongs to. */
    Optional<String> caseNoOf(@Nullable String processInstanceId) {
        if (processInstanceId == null) {
            return Optional.empty();
        }
        return unrestricted(() -> Optional.ofNullable(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(processInstanceId)
                        .singleResult())
                .map(ProcessInstance::getBusinessKey));
    }
}
