package dev.whistle.web;

import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Cases.Subject;
import dev.whistle.engine.CaseTasks;
import dev.whistle.engine.CaseTasks.CaseTask;
import dev.whistle.engine.UserNames;
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
    private final UserNames names;
    private final Clock clock;

    TaskController(CaseTasks tasks, Cases cases, UserNames names, Clock clock) {
        this.tasks = tasks;
        this.cases = cases;
        this.names = names;
        this.clock = clock;
    }

    /**
     * A task and the case it belongs to.
     *
     * @param title the case's
     * @param compoundName of the compound the case is about
     * @param daysLeft whole days until the last day of the period, 0 on it, negative after it; null without a period
     * @param overdue whether the period has ended; one counted in hours may have before its last day has
     * @param standsInForName in whose place whoever has the task does it
     * @param clauses ids of the clauses the step stands on
     * @param guidance what is to be done and why
     */
    record TaskView(
            String taskId,
            String name,
            @Nullable String caseNo,
            @Nullable String title,
            @Nullable String compoundName,
            @Nullable OffsetDateTime dueAt,
            @Nullable Long daysLeft,
            boolean overdue,
            @Nullable String standsInForName,
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
        Map<String, Subject> subjects = cases.subjects(
                found.stream().map(CaseTask::caseNo).filter(Objects::nonNull).toList());
        Map<String, String> owners = names.of(
                found.stream().map(CaseTask::owner).filter(Objects::nonNull).toList());
        return found.stream()
                .map(task -> view(
                        task,
                        task.caseNo() == null ? null : subjects.get(task.caseNo()),
                        task.owner() == null ? null : owners.getOrDefault(task.owner(), task.owner())))
                .toList();
    }

    private TaskView view(CaseTask task, @Nullable Subject subject, @Nullable String owner) {
        OffsetDateTime dueAt = task.dueAt() == null ? null : CaseView.china(task.dueAt());
        Long daysLeft = dueAt == null ? null : CaseView.daysLeft(dueAt, clock.instant());
        return new TaskView(
                task.id(),
                task.name(),
                task.caseNo(),
                subject == null ? null : subject.title(),
                subject == null ? null : subject.compound(),
                dueAt,
                daysLeft,
                task.dueAt() != null && !task.dueAt().isAfter(clock.instant()),
                owner,
                task.clauses(),
                task.guidance());
    }
}
