package dev.whistle.procedure.assignment;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.ChineseTime;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an order must be like: all that is wrong with it is told at once, each by the field's name. */
@Component
class OrderRules {

    private static final int LONGEST_TASK = 1000;

    /** A slip of the year is not an order for the next decade. */
    private static final int YEARS = 2;

    /** Who dispatches in which form (JJ.A2.2, JJ.9). */
    private static final Map<String, Set<UnitKind>> SOURCES = Map.of(
            "field-research", EnumSet.of(UnitKind.DISTRICT_OFFICE, UnitKind.CITY),
            "dispatch-meeting", EnumSet.of(UnitKind.DISTRICT_OFFICE, UnitKind.CITY),
            "office-dispatch", EnumSet.of(UnitKind.DISTRICT_OFFICE, UnitKind.CITY),
            "important-matter", EnumSet.of(UnitKind.DISTRICT_OFFICE, UnitKind.CITY),
            "street-dispatch", EnumSet.of(UnitKind.STREET),
            "community-dispatch", EnumSet.of(UnitKind.COMMUNITY));

    private final Units units;
    private final Orderable orderable;
    private final Clock clock;

    OrderRules(Units units, Orderable orderable, Clock clock) {
        this.units = units;
        this.orderable = orderable;
        this.clock = clock;
    }

    /** What is wrong with these rows; none where they can be placed. */
    List<FieldError> check(CaseFile file, List<OrderRow> rows) {
        List<FieldError> errors = new ArrayList<>();
        checkSource(file).ifPresent(errors::add);
        List<OrderRow> filled = rows.stream().filter(it -> !it.empty()).toList();
        if (filled.isEmpty()) {
            errors.add(new FieldError(
                    rows.isEmpty() ? "orderUnit1" : rows.get(0).fields().unit(), "assignment.none"));
        }
        Set<String> allowed = orderable.by(List.of(file.unit()));
        Map<String, Integer> seen = new HashMap<>();
        for (OrderRow row : filled) {
            checkUnit(row, file, allowed, seen).ifPresent(errors::add);
            checkTask(row).ifPresent(errors::add);
            checkDue(row).ifPresent(errors::add);
        }
        return errors;
    }

    /** An order that is right, in the state it is placed in. */
    static WorkOrder order(OrderRow row) {
        return new WorkOrder(
                String.valueOf(row.unit()),
                row.number(),
                String.valueOf(row.task()),
                LocalDate.parse(String.valueOf(row.due())),
                OrderState.PLACED,
                1);
    }

    /** What is wrong with a last day that is set for doing something again. */
    Optional<FieldError> checkAgain(String field, @Nullable String until) {
        return checkDay(field, "assignment.again", until, List.of());
    }

    private Optional<FieldError> checkSource(CaseFile file) {
        Unit unit = units.get(file.unit());
        String source = String.valueOf(file.source());
        return SOURCES.getOrDefault(source, Set.of()).contains(unit.kind())
                ? Optional.empty()
                : Optional.of(new FieldError("source", "assignment.source", unit.name()));
    }

    private Optional<FieldError> checkUnit(
            OrderRow row, CaseFile file, Set<String> allowed, Map<String, Integer> seen) {
        String unit = row.unit();
        String field = row.fields().unit();
        if (unit == null) {
            return Optional.of(new FieldError(field, "assignment.unit-missing", row.number()));
        }
        if (!allowed.contains(unit)) {
            return Optional.of(new FieldError(
                    field,
                    "assignment.unit-outside",
                    row.number(),
                    units.nameOf(unit),
                    units.get(file.unit()).name()));
        }
        Integer earlier = seen.putIfAbsent(unit, row.number());
        return earlier == null
                ? Optional.empty()
                : Optional.of(new FieldError(
                        field,
                        "assignment.unit-twice",
                        row.number(),
                        units.get(unit).name(),
                        earlier));
    }

    private static Optional<FieldError> checkTask(OrderRow row) {
        String task = row.task();
        if (task == null) {
            return Optional.of(new FieldError(row.fields().task(), "assignment.task-missing", row.number()));
        }
        return task.length() <= LONGEST_TASK
                ? Optional.empty()
                : Optional.of(new FieldError(row.fields().task(), "assignment.task-long", row.number(), LONGEST_TASK));
    }

    private Optional<FieldError> checkDue(OrderRow row) {
        return checkDay(row.fields().due(), "assignment.due", row.due(), List.of(row.number()));
    }

    /** @param message the beginning of the keys of the four refusals */
    private Optional<FieldError> checkDay(String field, String message, @Nullable String day, List<Object> arguments) {
        LocalDate today = LocalDate.now(clock.withZone(ChineseTime.CHINA));
        if (day == null) {
            return Optional.of(new FieldError(field, message + "-missing", arguments.toArray()));
        }
        try {
            LocalDate due = LocalDate.parse(day);
            if (!due.isAfter(today)) {
                return Optional.of(new FieldError(field, message + "-past", arguments.toArray()));
            }
            return due.isAfter(today.plusYears(YEARS))
                    ? Optional.of(new FieldError(field, message + "-far", arguments.toArray()))
                    : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.of(new FieldError(field, message + "-unreadable", arguments.toArray()));
        }
    }
}
