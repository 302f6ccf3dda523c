package dev.whistle.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.context.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Answers cycle timers that hang on a clock of the ledger; any other cycle is the engine's own. The engine asks with
 * two values when it makes or moves a timer, and with three for the one that is to follow a timer that fires.
 */
class LedgerCalendar extends CycleBusinessCalendar {

    private final ObjectProvider<RungTimes> times;

    LedgerCalendar(ObjectProvider<RungTimes> times) {
        this.times = times;
    }

    @Override
    public Date resolveDuedate(String cycle, @Nullable Date start) {
        return RungTimers.ofLedger(cycle)
                ? RungTimers.clockOf(cycle)
                        .flatMap(times.getObject()::firstOpen)
                        .map(Date::from)
                        .orElse(Date.from(RungTimers.NEVER))
                : super.resolveDuedate(cycle, start);
    }

    @Override
    public @Nullable Date resolveDuedate(String cycle, @Nullable Date start, long repeatOffset) {
        if (!RungTimers.ofLedger(cycle)) {
            return super.resolveDuedate(cycle, start, repeatOffset);
        }
        if (afterAFailure()) {
            return null;
        }
        Optional<String> clock = RungTimers.clockOf(cycle);
        Optional<Instant> next = clock.isEmpty()
                ? Optional.of(RungTimers.NEVER)
                : times.getObject().afterThis(clock.get());
        return next.map(Date::from).orElse(null); // null: the engine makes no further timer
    }

    /**
     * When a timer fails, the engine asks once more, to have the next one beside it. This clock's rungs still wait for
     * the one that failed and will be tried again; another would act on the same rung, fail as well, and so without
     * end.
     */
    private static boolean afterAFailure() {
        return Context.getCommandContext().getCurrentJob() == null;
    }
}
