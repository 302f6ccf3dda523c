package dev.whistle.clock;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The last day of a period that no table sets, because whoever gives the order does.
 *
 * @param field what the form calls it
 * @param text the day, e.g. {@code 2026-09-30}; null where nothing was said
 */
record LastDay(String field, @Nullable String text) {

    static final LastDay NONE = new LastDay("until", null);

    /** A slip of the year is not counted out day by day. */
    private static final int LONGEST = 3660;

    private static final int ENOUGH_TO_FIND_IT = 40;

    /**
     * The limit as it is for this clock: where the table leaves its length open (0 days), the days from the anchor to
     * this last day.
     *
     * @throws dev.whistle.problem.Problem if the day is missing, unreadable or not after the anchor's, or the table has
     *     a length of its own
     */
    TimeLimit of(TimeLimit limit, Instant anchor) {
        if (!limit.open()) {
            if (text != null) {
                throw ClockRules.refusal(field, "clock.until-of-table", limit.name());
            }
            return limit;
        }
        if (text == null) {
            throw ClockRules.refusal(field, "clock.until-missing", limit.name());
        }
        long days = ChronoUnit.DAYS.between(anchor.atZone(WorkCalendar.CHINA).toLocalDate(), day(text, limit.name()));
        if (days <= 0) {
            throw ClockRules.refusal(field, "clock.until-past", limit.name());
        }
        if (days > LONGEST) {
            throw ClockRules.refusal(field, "clock.until-far", limit.name());
        }
        return limit.lasting((int) days);
    }

    private LocalDate day(String written, String clockName) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException unreadable) {
            throw ClockRules.refusal(
                    field,
                    "clock.until-unreadable",
                    clockName,
                    written.substring(0, Math.min(written.length(), ENOUGH_TO_FIND_IT)));
        }
    }
}
