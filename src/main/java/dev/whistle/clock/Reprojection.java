package dev.whistle.clock;

import dev.whistle.clock.ClockEvent.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts clocks again when the days of a year have changed; their timers and tasks follow. */
@Component
class Reprojection {

    private final ClockTable table;
    private final ClockLog log;
    private final ClockLines lines;
    private final Projection projection;
    private final Clock clock;

    Reprojection(ClockTable table, ClockLog log, ClockLines lines, Projection projection, Clock clock) {
        this.table = table;
        this.log = log;
        this.lines = lines;
        this.projection = projection;
        this.clock = clock;
    }

    /**
     * Gives every clock that runs or is paused and reaches into this year its end by this calendar.
     *
     * @return how many have another end now or are no longer provisional
     */
    int of(int year, WorkCalendar calendar, String reason) {
        return of(table.openBetween(newYear(year), newYear(year + 1)), calendar, reason);
    }

    /** The same for these clocks. */
    int of(List<CaseClock> open, WorkCalendar calendar, String reason) {
        Map<String, List<ClockEvent>> events = log.of(
                open.stream().filter(CaseClock::everPaused).map(CaseClock::id).toList());
        Map<CaseClock, CaseClock> moved = new LinkedHashMap<>(); // what each was before, by what it is now
        for (CaseClock before : open) {
            CaseClock after = recounted(before, ClockLog.pauses(events.getOrDefault(before.id(), List.of())), calendar);
            if (!after.standing().sameAs(before.standing())) {
                moved.put(after, before);
            }
        }
        List<CaseClock> done = table.update(List.copyOf(moved.keySet()));
        moved.keySet().retainAll(done);
        tell(moved, reason);
        projection.moved(done, calendar);
        return done.size();
    }

    private static CaseClock recounted(CaseClock clock, List<Pause> pauses, WorkCalendar calendar) {
        Course course = new Course(clock.anchorAt(), clock.total(), clock.unit(), pauses);
        long consumed = pauses.isEmpty()
                ? 0
                : calendar.consumed(course, pauses.get(pauses.size() - 1).from());
        return clock.with(clock.standing().recounted(consumed, calendar.period(course)));
    }

    private void tell(Map<CaseClock, CaseClock> moved, String reason) {
        Instant now = clock.instant();
        List<ClockEvent> events = new ArrayList<>();
        moved.forEach((after, before) -> {
            ClockEvent event = ClockEvent.of(Kind.RE_PROJECTED, now, before, after, Why.because(reason));
            events.add(event);
            lines.tell(after, event);
        });
        log.add(events);
    }

    private static Instant newYear(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(WorkCalendar.CHINA).toInstant();
    }
}
