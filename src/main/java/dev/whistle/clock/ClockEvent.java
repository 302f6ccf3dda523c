package dev.whistle.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a clock.
 *
 * @param oldDue null where the clock has only just begun
 * @param added units that an extension added; null for anything else
 * @param why null where the event says it by itself
 */
record ClockEvent(
        String clockId,
        Instant at,
        Kind kind,
        @Nullable Instant oldDue,
        Instant newDue,
        @Nullable Integer added,
        @Nullable Why why) {

    enum Kind {
        ARMED,
        PAUSED,
        RESUMED,
        EXTENDED,
        RE_PROJECTED,
        /** The period means something else, since its case is of another category. */
        REGRADED,
        MET,
        BREACHED,
        /** The duty was done after the breach. */
        DONE_LATE,
        CANCELLED
    }

    /** A clock stands somewhere else than before. */
    static ClockEvent of(Kind kind, Instant at, CaseClock before, CaseClock after, @Nullable Why why) {
        int added = after.extended() - before.extended();
        return new ClockEvent(after.id(), at, kind, before.dueAt(), after.dueAt(), added == 0 ? null : added, why);
    }

    /** Whether this run of a step did it. */
    boolean isOf(@Nullable String step) {
        return step != null && why != null && step.equals(why.step());
    }
}
