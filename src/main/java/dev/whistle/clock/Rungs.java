package dev.whistle.clock;

import dev.whistle.engine.RungTimers;
import dev.whistle.engine.RungTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When the rungs of a clock are: its reminders in their order, then its breach. */
@Component
class Rungs implements RungTimes {

    private final ClockTable table;
    private final WorkCalendars calendars;
    private final LocalTime reminderTime;
    private final Clock clock;

    Rungs(
            ClockTable table,
            WorkCalendars calendars,
            @Value("${whistle.clock.reminder-time:08:30}") LocalTime reminderTime,
            Clock clock) {
        this.table = table;
        this.calendars = calendars;
        this.reminderTime = reminderTime;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> firstOpen(String clockId) {
        return table.withId(clockId).flatMap(it -> firstOpen(it, calendarOf(it)));
    }

    @Override
    public Optional<Instant> afterThis(String clockId) {
        return table.withId(clockId).flatMap(it -> afterThis(it, calendarOf(it)));
    }

    /** When the clock's timer is to fire next. */
    Instant next(CaseClock of, WorkCalendar calendar) {
        return firstOpen(of, calendar).orElse(RungTimers.NEVER);
    }

    /** The first rung that nobody has acted on, if its time has come. */
    Optional<Rung> due(CaseClock of) {
        return due(of, calendarOf(of));
    }

    private Optional<Rung> due(CaseClock of, WorkCalendar calendar) {
        return open(of, calendar).stream()
                .findFirst()
                .filter(rung -> !clock.instant().isBefore(rung.at()));
    }

    private Optional<Instant> firstOpen(CaseClock of, WorkCalendar calendar) {
        return open(of, calendar).stream().findFirst().map(Rung::at);
    }

    private Optional<Instant> afterThis(CaseClock of, WorkCalendar calendar) {
        if (of.state() != ClockState.RUNNING) {
            return Optional.of(RungTimers.NEVER);
        }
        int beingActedOn = due(of, calendar).isPresent() ? 1 : 0;
        return open(of, calendar).stream().skip(beingActedOn).findFirst().map(Rung::at);
    }

    private List<Rung> open(CaseClock of, WorkCalendar calendar) {
        return of.state() == ClockState.RUNNING
                ? all(of, calendar).skip(of.standing().fired()).toList()
                : List.of();
    }

    private Stream<Rung> all(CaseClock of, WorkCalendar calendar) {
        return Stream.concat(
                of.terms().reminders().stream().map(units -> new Rung(reminder(of, units, calendar), false)),
                Stream.of(new Rung(of.dueAt(), true)));
    }

    private Instant reminder(CaseClock of, int units, WorkCalendar calendar) {
        LocalDate last = of.dueAt().minusNanos(1).atZone(WorkCalendar.CHINA).toLocalDate();
        return switch (of.unit()) {
            case HOUR -> of.dueAt().minus(Duration.ofHours(units));
            case DAY -> morning(last.minusDays(units));
            case WORKDAY -> morning(calendar.workdaysBefore(last, units));
        };
    }

    /** Only working days ask the calendar, so only they cost the question whether it still stands. */
    private WorkCalendar calendarOf(CaseClock of) {
        return of.unit() == TimeUnit.WORKDAY ? calendars.current() : calendars.kept();
    }

    private Instant morning(LocalDate day) {
        return day.atTime(reminderTime).atZone(WorkCalendar.CHINA).toInstant();
    }
}
