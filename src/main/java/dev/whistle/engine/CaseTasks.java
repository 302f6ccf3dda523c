package dev.whistle.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** A task, the number of its case and what the model says about it. */
    public record CaseTask(
            String id,
            String name,
            @Nullable String caseNo,
            @Nullable Instant dueAt,
            List<String> clauses,
            @Nullable String guidance) {}

    /** The task of this id, unless there is none or the officer may not read it. */
    public Optional<CaseTask> find(String id) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(id).singleResult())
                .map(this::caseTask);
    }

    /** Whether the case has an open task that the officer who is asking may see. */
    public boolean anyOpen(String caseNo) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNo).count() > 0;
    }

    private CaseTask caseTask(Task task) {
        Guidance guidance = Guidance.of(task.getDescription());
        return new CaseTask(
                task.getId(),
                task.getName(),
                engine.caseNoOf(task.getProcessInstanceId()).orElse(null),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                guidance.clauses(),
                guidance.text());
    }
}
