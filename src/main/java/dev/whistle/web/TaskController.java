package dev.whistle.web;

import dev.whistle.engine.CaseTasks;
import dev.whistle.engine.CaseTasks.CaseTask;
import dev.whistle.problem.Problem;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
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

    @GetMapping("/{taskId}")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    TaskView get(@PathVariable String taskId) {
        CaseTask task = tasks.find(taskId).orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "task.not-found"));
        OffsetDateTime dueAt = task.dueAt() == null ? null : CaseView.china(task.dueAt());
        return new TaskView(
                task.id(), task.name(), task.caseNo(), dueAt, daysLeft(dueAt), task.clauses(), task.guidance());
    }

    private @Nullable Long daysLeft(@Nullable OffsetDateTime dueAt) {
        if (dueAt == null) {
            return null;
        }
        // half-open: a period that ends at 00:00 has the day before as its last day
        OffsetDateTime lastMoment = dueAt.minusNanos(1);
        return ChronoUnit.DAYS.between(OffsetDateTime.now(clock).toLocalDate(), lastMoment.toLocalDate());
    }
}
