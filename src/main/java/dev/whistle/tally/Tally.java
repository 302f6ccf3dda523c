package dev.whistle.tally;

import java.time.YearMonth;

/**
 * How often something happened in a month.
 *
 * @param month in China
 * @param procedure of the case that it happened in, or for whose duty
 * @param unit of which it counts, see {@link Measure}
 * @param company that ran the case's compound when it was opened; empty where there is none
 * @param item what of the measure, e.g. the code of a channel; empty where the measure has no items
 * @param count how often; seconds of {@link Measure#HELD_SECONDS}. Less than nothing where it takes something back
 */
public record Tally(
        YearMonth month, Measure measure, String procedure, String unit, String company, String item, long count) {}
