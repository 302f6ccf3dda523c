package dev.whistle.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a clock did not run. Of days, the one it began on is not counted and the one it ended on is.
 *
 * @param until null for one that has not ended
 */
record Pause(Instant from, @Nullable Instant until) {

    /**
     * Whether this day is not counted because of it. One that has not ended does not count yet: nobody knows how long.
     */
    boolean holds(LocalDate day) {
        return until != null && !day.isBefore(day(from)) && day.isBefore(day(until));
    }

    /** Whether it lasted from the first moment of this day to its last. */
    boolean covers(LocalDate day) {
        return until != null
                && !from.isAfter(day.atStartOfDay(WorkCalendar.CHINA).toInstant())
                && !until.isBefore(
                        day.plusDays(1).atStartOfDay(WorkCalendar.CHINA).toInstant());
    }

    /** How long it lasted, as far as it has ended. */
    Duration length() {
        return until == null ? Duration.ZERO : Duration.between(from, until);
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(WorkCalendar.CHINA).toLocalDate();
    }
}
