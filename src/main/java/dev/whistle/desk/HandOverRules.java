package dev.whistle.desk;

import dev.whistle.engine.TaskHands.OpenTask;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who may hand a task over. Within its unit whoever has it or leads the unit may. A duty is its unit's: to another unit
 * only who leads a unit that both belong to, be it one of the two. Companies' duties and authorities' duties do not mix.
 */
@Component
class HandOverRules {

    private final Units units;

    HandOverRules(Units units) {
        this.units = units;
    }

    /** Whether the officer may pass the task on at all, within its unit or to others. */
    boolean mayPassOn(Officer officer, OpenTask task) {
        return officer.user().equals(task.assignee())
                || unitsOf(task).flatMap(unit -> units.upFrom(unit.id())).anyMatch(officer::leads);
    }

    /** Whether the officer may move the task to this unit, where it is not yet. */
    boolean mayMove(Officer officer, OpenTask task, Unit to) {
        return to.kind() != UnitKind.COMPANY
                && !moved(task, to).isEmpty()
                && unitsOf(task)
                        .filter(from -> !from.equals(to))
                        .allMatch(from -> from.kind() != UnitKind.COMPANY
                                && units.upFrom(from.id())
                                        .filter(units.upFrom(to.id()).toList()::contains)
                                        .anyMatch(officer::leads));
    }

    /** The task's groups of other units, each with the group of the same role in this unit. */
    Map<String, String> moved(OpenTask task, Unit to) {
        return task.groups().stream()
                .filter(group ->
                        units.ofGroup(group).filter(from -> !from.equals(to)).isPresent())
                .collect(Collectors.toMap(
                        group -> group,
                        group -> units.ofGroup(group)
                                        .map(Unit::leads)
                                        .filter(group::equals)
                                        .isPresent()
                                ? to.leads()
                                : to.officers()));
    }

    /** The groups of the units that the officer leads. */
    Set<String> ledGroups(Officer officer) {
        return officer.units().stream()
                .flatMap(id -> units.find(id).stream())
                .filter(officer::leads)
                .flatMap(unit -> Stream.of(unit.officers(), unit.leads()))
                .collect(Collectors.toSet());
    }

    private Stream<Unit> unitsOf(OpenTask task) {
        return task.groups().stream()
                .flatMap(group -> units.ofGroup(group).stream())
                .distinct();
    }
}
