package dev.whistle.engine;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads of the engine that an officer's own rights do not cover, for answers that other checks have allowed. */
@Component
class EngineRead {

    private final ProcessEngine engine;
    private final Unrestricted unrestricted;

    EngineRead(@Lazy ProcessEngine engine, Unrestricted unrestricted) {
        this.engine = engine;
        this.unrestricted = unrestricted;
    }

    /** What this read finds with authorization switched off. */
    <T> T unrestricted(Supplier<T> read) {
        return unrestricted.run(read);
    }

    /** The numbers of the cases that running process instances belong to, by the instances' ids. */
    Map<String, String> caseNosOf(Set<String> processInstanceIds) {
        if (processInstanceIds.isEmpty()) {
            return Map.of();
        }
        return unrestricted(() ->
                engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceIds(processInstanceIds)
                        .list()
                        .stream()
                        .filter(instance -> instance.getBusinessKey() != null)
                        .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey)));
    }
}
