package dev.whistle.board;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Which board is asked for. Null means: as usual.
 *
 * @param from first month; January of the last month's year
 * @param to last month; this one
 * @param unit id of the unit whose board it is; the asker's own
 * @param procedure the only one to look at; all
 */
public record BoardQuery(
        @Nullable YearMonth from,
        @Nullable YearMonth to,
        @Nullable String unit,
        @Nullable String procedure) {}
