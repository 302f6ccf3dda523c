package dev.whistle.clock;

import java.time.Instant;

/**
 * The end of a period. It is half-open: done in time means before {@code dueAt}.
 *
 * @param dueAt 00:00 in China of the day after the last day
 * @param provisional whether it reaches into a year whose calendar is not published yet
 */
record Deadline(Instant dueAt, boolean provisional) {}
