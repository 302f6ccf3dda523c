package dev.whistle.patrol;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often units of a kind have to patrol, a row of {@code patrol-minimums.dmn}.
 *
 * @param perWeek the least number in a week; 0 where there is none
 * @param perCompound whether it is counted for each compound; else for all of a unit's compounds together
 * @param byDays whether days with a patrol are counted; else patrols
 * @param escalateAfter after how many short weeks in a row it is reported as a missed duty; 0 for never
 * @param clause ids of the clauses it stands on
 * @param since the day from which it counts for units of this kind; null for as soon as anybody patrolled
 */
record Minimum(
        PatrolKind kind,
        int perWeek,
        boolean perCompound,
        boolean byDays,
        int escalateAfter,
        String clause,
        @Nullable LocalDate since) {

    /** The Monday of the first week that counts: a week that had begun before its day does not. */
    Optional<LocalDate> firstWeek(Optional<LocalDate> firstPatrolled) {
        return since == null ? firstPatrolled : Optional.of(since.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)));
    }
}
