package dev.whistle.engine;

import java.util.Map;
import java.util.Set;
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

    /** The numbers of the cases that running process instances belong to, by the instances' ids. */
    Map<String, String> caseNosOf(Set<String> processInstanceIds) {
        if (processInstanceIds.isEmpty()) {
            return Map.of();
        }
        return unrestricted.run(() ->
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
