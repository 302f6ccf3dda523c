package dev.whistle.engine;

import dev.whistle.casefile.Cases;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** Follows the tasks of a case from unit to unit, so that who holds a task may read its case, and nobody else. */
@Component
class Referrals {

    private final Cases cases;
    private final Units units;

    Referrals(Cases cases, Units units) {
        this.cases = cases;
        this.units = units;
    }

    /** A task was given to a group. */
    void came(TaskEntity task, String group) {
        caseNo(task).ifPresent(caseNo -> unitOf(group).ifPresent(unit -> cases.comeTo(caseNo, List.of(unit.id()))));
    }

    /** A task was taken from a group before it was done. */
    void left(TaskEntity task, String group) {
        caseNo(task).ifPresent(caseNo -> unitOf(group).ifPresent(unit -> cases.leave(caseNo, unit.id())));
    }

    private static Optional<String> caseNo(TaskEntity task) {
        return Optional.ofNullable(task.getExecution()).map(execution -> execution.getProcessBusinessKey());
    }

    private Optional<Unit> unitOf(String group) {
        int dot = group.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : units.find(group.substring(0, dot));
    }
}
