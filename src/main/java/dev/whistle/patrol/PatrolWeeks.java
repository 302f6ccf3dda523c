package dev.whistle.patrol;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.FirstUnit;
import dev.whistle.engine.ProcedureMessages;
import dev.whistle.notification.Circulars;
import dev.whistle.notification.Circulars.Circular;
import dev.whistle.organisation.Access;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The weeks of patrols: how they stand, and how they ended. A week is closed once, after it is over; those that were
 * not closed because nothing ran are closed in their order. Units of a kind count from the day that
 * {@code patrol-minimums.dmn} names; where it names none, from the first patrol that was ever recorded: the district had
 * not begun before.
 */
@Component
public class PatrolWeeks {

    private static final String SHORT = "circular.patrol-short";
    private static final String SHORT_UNITS = "circular.patrol-short-units";

    /** Starts the procedure {@code patrol-shortfall}. */
    private static final String SHORT_AGAIN = "patrol-shortfall.weeks-short";

    private static final int SHOWN_WEEKS = 12;

    private final WeekTable table;
    private final Minimums minimums;
    private final Circulars circulars;
    private final ProcedureMessages messages;
    private final FirstUnit firstUnit;
    private final Units units;
    private final Access access;
    private final CurrentOfficer current;
    private final Clock clock;

    PatrolWeeks(
            WeekTable table,
            Minimums minimums,
            Circulars circulars,
            ProcedureMessages messages,
            FirstUnit firstUnit,
            Units units,
            Access access,
            CurrentOfficer current,
            Clock clock) {
        this.table = table;
        this.minimums = minimums;
        this.circulars = circulars;
        this.messages = messages;
        this.firstUnit = firstUnit;
        this.units = units;
        this.access = access;
        this.current = current;
        this.clock = clock;
    }

    /**
     * A unit's weeks: how the running one stands, then those that are closed, the latest first, of the last twelve.
     *
     * @throws Problem of kind NOT_FOUND if there is no such unit or it is none of the officer's business
     */
    public List<PatrolWeek> of(String id) {
        Unit unit = units.find(id)
                .filter(it -> current.get()
                        .map(officer -> access.mayRead(officer, List.of(it.id())))
                        .orElse(false))
                .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "unit.not-found", id));
        LocalDate thisWeek = thisWeek();
        List<PatrolWeek> weeks = new ArrayList<>();
        PatrolKind.of(unit)
                .map(minimums::of)
                .filter(it -> it.perWeek() > 0)
                .ifPresent(it -> weeks.addAll(table.standing(thisWeek, it, id)));
        weeks.addAll(table.closed(id, thisWeek.minusWeeks(SHOWN_WEEKS)));
        return weeks;
    }

    /** Closes every week that is over and not closed yet, in their order. */
    @Transactional
    public void close() {
        LocalDate thisWeek = thisWeek();
        Map<PatrolKind, LocalDate> firstWeeks = firstWeeks();
        Optional<LocalDate> next = table.lastClosed()
                .map(it -> it.plusWeeks(1))
                .or(() -> firstWeeks.values().stream().min(Comparator.naturalOrder()));
        for (LocalDate week = next.orElse(thisWeek); week.isBefore(thisWeek); week = week.plusWeeks(1)) {
            close(week, firstWeeks);
        }
    }

    /** From which week on units of a kind are counted; nothing for a kind that has not begun. */
    private Map<PatrolKind, LocalDate> firstWeeks() {
        Optional<LocalDate> firstPatrolled = table.first();
        Map<PatrolKind, LocalDate> first = new EnumMap<>(PatrolKind.class);
        minimums.all()
                .forEach((kind, minimum) -> minimum.firstWeek(firstPatrolled).ifPresent(it -> first.put(kind, it)));
        return first;
    }

    private void close(LocalDate week, Map<PatrolKind, LocalDate> firstWeeks) {
        table.claim(week);
        Map<PatrolKind, Minimum> required = new EnumMap<>(minimums.all());
        required.keySet().removeIf(it -> !firstWeeks.containsKey(it) || week.isBefore(firstWeeks.get(it)));
        required.values().forEach(it -> table.close(week, it));
        Map<String, List<PatrolWeek>> shortUnits = table.shortIn(week).stream()
                .collect(Collectors.groupingBy(PatrolWeek::unit, TreeMap::new, Collectors.toList()));
        tell(week, shortUnits);
        shortUnits.forEach((id, weeks) -> {
            Unit unit = units.get(id);
            PatrolKind.of(unit)
                    .flatMap(kind -> Optional.ofNullable(required.get(kind)))
                    .filter(it -> it.escalateAfter() > 0)
                    .ifPresent(it -> escalate(unit, week, weeks, it));
        });
    }

    /** Each unit of its own, and each district's office of all of its units in one. */
    private void tell(LocalDate week, Map<String, List<PatrolWeek>> shortUnits) {
        List<Circular> told = new ArrayList<>();
        Map<String, List<String>> byOffice = new LinkedHashMap<>();
        shortUnits.forEach((unit, weeks) -> {
            told.add(new Circular(SHORT, unit, said(week), lines(weeks), week.toString()));
            units.districtOf(unit)
                    .ifPresent(office -> byOffice.computeIfAbsent(office.id(), it -> new ArrayList<>())
                            .add(units.get(unit).name() + "：" + lines(weeks).replace("\n", "；")));
        });
        byOffice.forEach((office, lines) ->
                told.add(new Circular(SHORT_UNITS, office, said(week), String.join("\n", lines), week.toString())));
        circulars.tell(told);
    }

    private static String said(LocalDate week) {
        return ChineseTime.of(week) + "至" + ChineseTime.of(week.plusDays(6));
    }

    private static String lines(List<PatrolWeek> weeks) {
        return weeks.stream()
                .map(it -> "%s应巡查 %d 次，实际 %d 次，缺 %d 次%s"
                        .formatted(
                                it.compoundName() == null ? "" : it.compoundName() + "：",
                                it.minimum(),
                                it.done(),
                                it.shortfall(),
                                it.streak() > 1 ? "，连续 " + it.streak() + " 周不足" : ""))
                .collect(Collectors.joining("\n"));
    }

    /** So many short weeks in a row are a missed duty, and as many again are one more. */
    private void escalate(Unit unit, LocalDate week, List<PatrolWeek> weeks, Minimum minimum) {
        int streak = weeks.stream()
                .mapToInt(PatrolWeek::streak)
                .filter(it -> it % minimum.escalateAfter() == 0)
                .max()
                .orElse(0);
        if (streak > 0) {
            firstUnit.is(unit.id());
            messages.start(
                    SHORT_AGAIN,
                    Map.of(
                            "unit", unit.id(),
                            "matter", "%s连续 %d 周巡查不足".formatted(unit.name(), streak),
                            "week", week.toString(),
                            "clause", minimum.clause(),
                            "closedAt", OffsetDateTime.now(clock).toString()));
        }
    }

    private LocalDate thisWeek() {
        return Weeks.of(clock.instant());
    }
}
