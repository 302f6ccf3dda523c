package dev.whistle.clock;

import java.time.Instant;
import java.util.List;

/**
 * A period and how it was counted. It is half-open: done in time means before {@code dueAt}.
 *
 * @param dueAt for days, 00:00 in China of the day after the last one
 * @param provisional whether it reaches into a year whose calendar is not published yet
 * @param days from the day of the trigger to the last day
 */
public record Period(Instant dueAt, boolean provisional, List<DayCount> days) {}
