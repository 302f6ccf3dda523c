package dev.whistle.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Open tasks as the officer who is asking may see them. */
@Component
public class CaseTasks {

    private final TaskService tasks;
    private final EngineRead engine;

    CaseTasks(@Lazy TaskService tasks, EngineRead engine) {
        this.tasks = tasks;
        this.engine = engine;
    }

    /**
     * A task, the number of its case and what the model says about it.
     *
     * @param owner user id of the one in whose place whoever has it does it; null where there is none
     */
    public record CaseTask(
            String id,
            String name,
            @Nullable String caseNo,
            @Nullable Instant dueAt,
            @Nullable String owner,
            List<String> clauses,
            @Nullable String guidance) {}

    /** The task of this id, unless there is none or the officer may not read it. */
    public Optional<CaseTask> find(String id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** Those of these tasks that are open and that the officer may read, in no particular order. */
    public List<CaseTask> find(List<String> ids) {
        List<Task> found =
                tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).list();
        Map<String, String> caseNos = engine.caseNosOf(found.stream()
                .map(Task::getProcessInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return found.stream()
                .map(task -> caseTask(task, caseNos.get(task.getProcessInstanceId())))
                .toList();
    }

    /** Whether the case has an open task that the officer who is asking may see. */
    public boolean anyOpen(String caseNo) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNo).count() > 0;
    }

    private static CaseTask caseTask(Task task, @Nullable String caseNo) {
        Guidance guidance = Guidance.of(task.getDescription());
        return new CaseTask(
                task.getId(),
                task.getName(),
                caseNo,
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                task.getOwner(),
                guidance.clauses(),
                guidance.text());
    }
}
