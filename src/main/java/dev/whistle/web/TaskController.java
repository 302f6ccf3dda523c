package dev.whistle.web;

import dev.whistle.casefile.Cases;
import dev.whistle.engine.CaseTasks;
import dev.whistle.engine.CaseTasks.CaseTask;
import dev.whistle.problem.Problem;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Cases cases;
    private final Clock clock;

    TaskController(CaseTasks tasks, Cases cases, Clock clock) {
        this.tasks = tasks;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * A task and the case it belongs to.
     *
     * @param title the case's
     * @param daysLeft whole days until the last day of the period, 0 on it, negative after it; null without a period
     * @param clauses ids of the clauses the step stands on
     * @param guidance what is to be done and why
     */
    record TaskView(
            String taskId,
            String name,
            @Nullable String caseNo,
            @Nullable String title,
            @Nullable OffsetDateTime dueAt,
            @Nullable Long daysLeft,
            List<String> clauses,
            @Nullable String guidance) {}

    /** Those of these tasks that are open and that the caller may read: one request for a page of the task list. */
    @GetMapping
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    List<TaskView> list(@RequestParam @Size(min = 1, max = 100) List<@Size(max = 64) String> ids) {
        return views(tasks.find(ids));
    }

    @GetMapping("/{taskId}")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    TaskView get(@PathVariable String taskId) {
        return views(tasks.find(taskId).stream().toList()).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "task.not-found"));
    }

    private List<TaskView> views(List<CaseTask> found) {
        Map<String, String> titles = cases.titles(
                found.stream().map(CaseTask::caseNo).filter(Objects::nonNull).toList());
        return found.stream()
                .map(task -> view(task, task.caseNo() == null ? null : titles.get(task.caseNo())))
                .toList();
    }

    private TaskView view(CaseTask task, @Nullable String title) {
        OffsetDateTime dueAt = task.dueAt() == null ? null : CaseView.china(task.dueAt());
        Long daysLeft = dueAt == null ? null : CaseView.daysLeft(dueAt, clock.instant());
        return new TaskView(
                task.id(), task.name(), task.caseNo(), title, dueAt, daysLeft, task.clauses(), task.guidance());
    }
}
