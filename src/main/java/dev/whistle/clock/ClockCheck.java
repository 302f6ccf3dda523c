package dev.whistle.clock;

import dev.whistle.engine.RungModels;
import dev.whistle.engine.RungModels.Asked;
import dev.whistle.engine.RungTimers;
import dev.whistle.engine.RungTimers.Stored;
import dev.whistle.problem.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Compares every clock that runs or is paused with its calendar and its timer. What can be counted again is; what the
 * engine has lost is told.
 */
@Component
class ClockCheck {

    private static final int AT_ONCE = 500;

    private final ClockTable table;
    private final WorkCalendars calendars;
    private final Reprojection reprojection;
    private final Rungs rungs;
    private final RungTimers timers;
    private final RungModels models;

    ClockCheck(
            ClockTable table,
            WorkCalendars calendars,
            Reprojection reprojection,
            Rungs rungs,
            RungTimers timers,
            RungModels models) {
        this.table = table;
        this.calendars = calendars;
        this.reprojection = reprojection;
        this.rungs = rungs;
        this.timers = timers;
        this.models = models;
    }

    /** What could not be repaired, one line each: case, clock, what is wrong with it. */
    List<String> run() {
        WorkCalendar calendar = calendars.current();
        List<String> wrong = new ArrayList<>();
        String last = "";
        List<CaseClock> clocks = table.openAfter(last, AT_ONCE);
        while (!clocks.isEmpty()) {
            last = clocks.get(clocks.size() - 1).id();
            reprojection.of(clocks, calendar, text("clock.check.recounted"));
            // again: some may stand elsewhere now
            wrong.addAll(compared(table.openBetweenIds(clocks.get(0).id(), last), calendar));
            clocks = table.openAfter(last, AT_ONCE);
        }
        return wrong;
    }

    private List<String> compared(List<CaseClock> clocks, WorkCalendar calendar) {
        Map<String, List<Stored>> stored =
                timers.storedOf(clocks.stream().map(CaseClock::id).toList());
        List<Asked> asked =
                models.of(clocks.stream().map(CaseClock::caseNo).distinct().toList());
        List<String> wrong = new ArrayList<>();
        for (CaseClock clock : clocks) {
            check(clock, stored.getOrDefault(clock.id(), List.of()), asked, calendar)
                    .ifPresent(what -> wrong.add(clock.caseNo() + " " + clock.name() + "：" + text(what)));
        }
        return wrong;
    }

    private Optional<String> check(CaseClock clock, List<Stored> stored, List<Asked> asked, WorkCalendar calendar) {
        if (stored.size() > 1) {
            return Optional.of("clock.check.several");
        }
        if (stored.isEmpty()) {
            return asked.stream().anyMatch(it -> isFor(it, clock) && models.active(it)) && !found(clock, calendar)
                    ? Optional.of("clock.check.missing")
                    : Optional.empty();
        }
        if (stored.get(0).dead()) {
            return Optional.of("clock.check.dead");
        }
        if (!stored.get(0).due().equals(rungs.next(clock, calendar))) {
            timers.move(Map.of(clock.id(), rungs.next(clock, calendar)));
        }
        return Optional.empty();
    }

    /** A timer that still waits for its clock is given to it. */
    private boolean found(CaseClock clock, WorkCalendar calendar) {
        return timers.begin(clock.caseNo(), clock.kind(), clock.occasion(), clock.id(), rungs.next(clock, calendar))
                > 0;
    }

    private static boolean isFor(Asked timer, CaseClock clock) {
        return timer.caseNo().equals(clock.caseNo())
                && timer.kind().equals(clock.kind())
                && timer.occasion().equals(clock.occasion());
    }

    private static String text(String key) {
        return Texts.text(Locale.SIMPLIFIED_CHINESE, key);
    }
}
