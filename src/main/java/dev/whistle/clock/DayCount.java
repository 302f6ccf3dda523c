package dev.whistle.clock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How one day counts in a period.
 *
 * @param number which day of the period it is; 0 for one that is not counted
 * @param holiday the holiday, or the one a make-up workday makes up for; null where the day is like any other of its
 *     week
 */
public record DayCount(
        LocalDate date, Reason reason, int number, @Nullable String holiday) {

    /** Why a day counts or does not. */
    public enum Reason {
        /** The day of the trigger. */
        TRIGGER,
        /** A calendar day. */
        DAY,
        /** A working day. */
        WORKDAY,
        /** A Saturday or Sunday with work. */
        MAKE_UP,
        /** No working day in a period of working days. */
        REST,
        /** The period of calendar days would end here, but nobody works. */
        REST_AT_END,
        /** Nobody works on the day after either. */
        STILL_REST,
        /** The first working day after a rest day on which the period would have ended. */
        MOVED_HERE,
        /** Hours run on through every day. */
        HOURS,
        /** The clock was paused. */
        PAUSED
    }

    /** Whether it is one of the period's days. */
    public boolean counted() {
        return number > 0;
    }
}
