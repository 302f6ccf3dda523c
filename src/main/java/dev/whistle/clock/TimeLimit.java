package dev.whistle.clock;

/**
 * A row of {@code processes/shared/time-limits.dmn}.
 *
 * @param kind e.g. {@code complaint.answer}
 * @param clause the clause that sets the period
 * @param tableVersion the table's version it was read from
 */
public record TimeLimit(String kind, String clause, int budget, TimeUnit unit, Effect effect, int tableVersion) {}
