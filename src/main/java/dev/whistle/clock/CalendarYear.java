package dev.whistle.clock;

import java.util.List;

/**
 * How a year differs from the plain week of five working days.
 *
 * @param published whether the year's days are known; until then its deadlines are provisional
 * @param holidays Mondays to Fridays without work
 * @param workdays Saturdays and Sundays with work
 */
public record CalendarYear(int year, boolean published, List<NamedDay> holidays, List<NamedDay> workdays) {}
