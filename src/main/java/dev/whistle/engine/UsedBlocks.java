package dev.whistle.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which building blocks procedures are drawn from, by the newest versions of their models. */
@Component
public class UsedBlocks {

    private final RepositoryService models;
    private final Unrestricted engine;

    /** A version never changes: read once, by its id. */
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

    UsedBlocks(@Lazy RepositoryService models, Unrestricted engine) {
        this.models = models;
        this.engine = engine;
    }

    /**
     * Whether a procedure has a step of this block.
     *
     * @param procedure its process id
     * @param block name of the block's bean
     */
    public boolean has(String procedure, String block) {
        return engine.run(() -> Optional.ofNullable(models.createProcessDefinitionQuery()
                        .processDefinitionKey(procedure)
                        .latestVersion()
                        .singleResult())
                .map(it -> known.computeIfAbsent(it.getId(), id -> read(it)))
                .filter(blocks -> blocks.contains("${" + block + "}"))
                .isPresent());
    }

    /** What the newest models of all processes are called, by process id; one statement. */
    public SortedMap<String, String> names() {
        return names(it -> true);
    }

    /** Those that have a step of this block. */
    public SortedMap<String, String> namesOfThoseWith(String block) {
        return names(it -> known.computeIfAbsent(it.getId(), id -> read(it)).contains("${" + block + "}"));
    }

    private SortedMap<String, String> names(Predicate<ProcessDefinition> wanted) {
        return engine.run(() -> models.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(wanted)
                .collect(Collectors.toMap(
                        ProcessDefinition::getKey,
                        it -> Optional.ofNullable(it.getName()).orElse(it.getKey()),
                        (one, other) -> one,
                        TreeMap::new)));
    }

    private Set<String> read(ProcessDefinition process) {
        return models.getBpmnModelInstance(process.getId()).getModelElementsByType(ServiceTask.class).stream()
                .flatMap(it -> Optional.ofNullable(it.getCamundaDelegateExpression()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
