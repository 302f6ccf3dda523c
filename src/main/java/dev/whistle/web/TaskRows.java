package dev.whistle.web;

import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Cases.Subject;
import dev.whistle.engine.StoredLists.ListedTask;
import dev.whistle.engine.UserNames;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts beside tasks what their cases are about and who has them. */
@Component
class TaskRows {

    private final Cases cases;
    private final UserNames names;
    private final Units units;
    private final Clock clock;

    TaskRows(Cases cases, UserNames names, Units units, Clock clock) {
        this.cases = cases;
        this.names = names;
        this.units = units;
        this.clock = clock;
    }

    /** In the same order. */
    List<TaskRow> of(List<ListedTask> tasks) {
        Map<String, Subject> subjects = cases.subjects(
                tasks.stream().map(ListedTask::caseNo).filter(Objects::nonNull).toList());
        Map<String, String> called = names.of(tasks.stream()
                .flatMap(it -> Stream.of(it.assignee(), it.owner()))
                .filter(Objects::nonNull)
                .toList());
        return tasks.stream()
                .map(it -> row(it, it.caseNo() == null ? null : subjects.get(it.caseNo()), called))
                .toList();
    }

    private TaskRow row(ListedTask task, @Nullable Subject subject, Map<String, String> called) {
        OffsetDateTime dueAt = task.dueAt() == null ? null : CaseView.china(task.dueAt());
        return new TaskRow(
                task.id(),
                task.caseNo(),
                subject == null ? null : subject.title(),
                subject == null ? null : subject.compound(),
                task.name(),
                dueAt,
                dueAt == null ? null : CaseView.lastDay(dueAt),
                dueAt == null ? null : CaseView.daysLeft(dueAt, clock.instant()),
                task.groups().stream()
                        .flatMap(group -> units.ofGroup(group).stream())
                        .map(Unit::name)
                        .distinct()
                        .collect(Collectors.joining("、")),
                task.assignee(),
                task.assignee() == null ? null : called.getOrDefault(task.assignee(), task.assignee()),
                task.owner() == null ? null : called.getOrDefault(task.owner(), task.owner()));
    }
}
