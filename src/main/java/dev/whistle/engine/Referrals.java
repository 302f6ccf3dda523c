package dev.whistle.engine;

import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Entry;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Holdings;
import dev.whistle.casefile.Timeline;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import dev.whistle.transaction.PerTransaction;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * Follows the tasks of a case from unit to unit, so that who holds a task may read its case, and nobody else, and that
 * each unit answers for the time it held it.
 */
@Component
class Referrals {

    private final Cases cases;
    private final Units units;
    private final Holdings holdings;
    private final Timeline timeline;

    /** Why tasks go on to another unit in the running transaction, by their ids. */
    private final PerTransaction<Map<String, String>> reasons = new PerTransaction<>(HashMap::new);

    Referrals(Cases cases, Units units, Holdings holdings, Timeline timeline) {
        this.cases = cases;
        this.units = units;
        this.holdings = holdings;
        this.timeline = timeline;
    }

    /** The running transaction is about to take this task to another unit for a reason, which its first line will tell. */
    void because(String task, String reason) {
        reasons.get().put(task, reason);
    }

    /** A task was given to a group. */
    void came(TaskEntity task, String group, boolean made) {
        caseNo(task)
                .ifPresent(caseNo -> units.ofGroup(group).ifPresent(unit -> {
                    cases.comeTo(caseNo, List.of(unit.id()));
                    holdings.begin(held(caseNo, task), unit.id());
                    if (!made) {
                        tell(caseNo, task, "移交" + unit.name());
                    }
                }));
    }

    /**
     * A task was taken from a group before it was done. The unit leaves the case unless it holds this task by another
     * group, or another task of the case.
     *
     * @param holding the groups that keep the task
     */
    void left(TaskEntity task, String group, Collection<String> holding, CommandContext context) {
        caseNo(task)
                .ifPresent(caseNo -> units.ofGroup(group).ifPresent(unit -> {
                    boolean keeps = holding.stream()
                            .flatMap(it -> units.ofGroup(it).stream())
                            .anyMatch(unit::equals);
                    tell(caseNo, task, "从" + unit.name() + "转出");
                    if (!keeps) {
                        holdings.end(held(caseNo, task), unit.id());
                        if (!holdsAnother(task, unit, context)) {
                            cases.leave(caseNo, unit.id());
                        }
                    }
                }));
    }

    /** A task that a group had was done, or ended with what it was part of. The unit's part in the case stays. */
    void ended(TaskEntity task, String group) {
        caseNo(task)
                .ifPresent(caseNo ->
                        units.ofGroup(group).ifPresent(unit -> holdings.end(held(caseNo, task), unit.id())));
    }

    private static Holdings.Task held(String caseNo, TaskEntity task) {
        return new Holdings.Task(caseNo, task.getId(), task.getTaskDefinitionKey(), task.getName());
    }

    private void tell(String caseNo, TaskEntity task, String what) {
        timeline.record(
                caseNo,
                EventKind.HANDED_OVER,
                task.getTaskDefinitionKey(),
                "任务“" + task.getName() + "”" + what,
                null,
                Optional.ofNullable(reasons.get().remove(task.getId()))
                        .map(it -> List.of(Entry.of("reason", "移交原因", it)))
                        .orElse(List.of()));
    }

    private static boolean holdsAnother(TaskEntity task, Unit unit, CommandContext context) {
        return context.runWithoutAuthorization(() -> context
                .getProcessEngineConfiguration()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(task.getProcessInstanceId())
                .taskCandidateGroupIn(List.of(unit.officers(), unit.leads()))
                .includeAssignedTasks()
                .list()
                .stream()
                .anyMatch(other -> !other.getId().equals(task.getId())));
    }

    private static Optional<String> caseNo(TaskEntity task) {
        return Optional.ofNullable(task.getExecution()).map(execution -> execution.getProcessBusinessKey());
    }
}
