package dev.whistle.web;

import dev.whistle.engine.CaseTasks;
import dev.whistle.engine.CaseTasks.CaseTask;
import dev.whistle.problem.Problem;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the pages beside a task need to know of it. */
@RestController
@RequestMapping("/api/tasks")
class TaskController {

    private final CaseTasks tasks;
    private final Clock clock;

    TaskController(CaseTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * A task and the case it belongs to.
     *
     * @param daysLeft whole days until the last day of the period, 0 on it, negative after it; null without a period
     * @param clauses ids of the clauses the step stands on
     * @param guidance what is to be done and why
     */
    record TaskView(
            String taskId,
            String name,
            @Nullable String caseNo,
            @Nullable OffsetDateTime dueAt,
            @Nullable Long daysLeft,
            List<String> clauses,
            @Nullable String guidance) {}

    /** Those of these tasks that are open and that the caller may read: one request for a page of the task list. */
    @GetMapping
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    List<TaskView> list(@RequestParam @Size(min = 1, max = 100) List<@Size(max = 64) String> ids) {
        return tasks.find(ids).stream().map(this::view).toList();
    }

    @GetMapping("/{taskId}")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    TaskView get(@PathVariable String taskId) {
        return tasks.find(taskId)
                .map(this::view)
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "task.not-found"));
    }

    private TaskView view(CaseTask task) {
        OffsetDateTime dueAt = task.dueAt() == null ? null : CaseView.china(task.dueAt());
        Long daysLeft = dueAt == null ? null : CaseView.daysLeft(dueAt, clock.instant());
        return new TaskView(task.id(), task.name(), task.caseNo(), dueAt, daysLeft, task.clauses(), task.guidance());
    }
}
