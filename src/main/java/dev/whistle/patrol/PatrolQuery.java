package dev.whistle.patrol;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which patrols to list.
 *
 * @param first the first day
 * @param last the last day, not before the first
 * @param unit only its own; null for all
 * @param compound only there; null for all
 */
public record PatrolQuery(
        LocalDate first,
        LocalDate last,
        @Nullable String unit,
        @Nullable String compound) {

    /** Those of the week that this day is in. */
    public static PatrolQuery ofWeek(LocalDate day, @Nullable String unit, @Nullable String compound) {
        return new PatrolQuery(Weeks.of(day), Weeks.of(day).plusDays(6), unit, compound);
    }
}
