package dev.whistle.patrol;

import org.jspecify.annotations.Nullable;

/**
 * How often a unit means to patrol in a week.
 *
 * @param compound id of the compound; null where all of the unit's are counted together
 * @param days the days of the week it is planned for, e.g. {@code 1,3,5}; empty where it does not matter
 */
public record PatrolPlan(String unit, @Nullable String compound, int perWeek, String days) {}
