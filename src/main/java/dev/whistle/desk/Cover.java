package dev.whistle.desk;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a colleague does somebody's tasks while he or she is away (代办).
 *
 * @param person user id of who is away
 * @param deputy user id of the colleague
 * @param from the first day
 * @param to the last day
 * @param reason why; it is told on the timeline of each case
 * @param endedAt when it was ended before its time; null where it was not
 */
public record Cover(
        String id,
        String person,
        String deputy,
        LocalDate from,
        LocalDate to,
        String reason,
        @Nullable Instant endedAt) {

    /** Whether it holds on this day. */
    public boolean on(LocalDate day) {
        return endedAt == null && !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether it will not hold any more, from this day on. */
    public boolean over(LocalDate day) {
        return endedAt != null || day.isAfter(to);
    }
}
