package dev.whistle.patrol;

/**
 * How often units of a kind have to patrol, a row of {@code patrol-minimums.dmn}.
 *
 * @param perWeek the least number in a week; 0 where there is none
 * @param perCompound whether it is counted for each compound; else for all of a unit's compounds together
 * @param byDays whether days with a patrol are counted; else patrols
 * @param escalateAfter after how many short weeks in a row it is reported as a missed duty; 0 for never
 * @param clause ids of the clauses it stands on
 */
record Minimum(PatrolKind kind, int perWeek, boolean perCompound, boolean byDays, int escalateAfter, String clause) {}
