package dev.whistle.clock;

import java.util.List;

/**
 * A row of {@code processes/shared/time-limits.dmn}.
 *
 * @param kind e.g. {@code complaint.answer}
 * @param name what people call it, e.g. 投诉答复期限
 * @param clause the clause that sets the period
 * @param budget how many units; 0 days where whoever gives the order sets the last day
 * @param reminders how many units before the last day officers are reminded, the earliest reminder first
 * @param pausable whether it may be paused
 * @param extendable how many units may be added in total, 0 for none
 * @param tableVersion the table's version it was read from
 */
public record TimeLimit(
        String kind,
        String name,
        String clause,
        int budget,
        TimeUnit unit,
        Effect effect,
        List<Integer> reminders,
        boolean pausable,
        int extendable,
        int tableVersion) {

    /** Whether the table leaves its length to whoever gives the order. */
    boolean open() {
        return budget == 0 && unit == TimeUnit.DAY;
    }

    /** The same limit with the length that somebody has set. */
    TimeLimit lasting(int days) {
        return new TimeLimit(kind, name, clause, days, unit, effect, reminders, pausable, extendable, tableVersion);
    }

    /** The same period with another meaning. */
    TimeLimit with(Effect other) {
        return new TimeLimit(kind, name, clause, budget, unit, other, reminders, pausable, extendable, tableVersion);
    }
}
