package dev.whistle.patrol;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit's week of patrols, of one compound or of all together.
 *
 * @param compound id of the compound; null where all of the unit's are counted together
 * @param week its Monday
 * @param minimum how often it has to be by {@code patrol-minimums.dmn}
 * @param planned how often the unit means to, at least the minimum
 * @param done how often it was
 * @param shortfall how often less than the minimum
 * @param streak how many weeks in a row fell short, this one included; 0 if it did not
 * @param closed whether the week is over and counted for good
 */
public record PatrolWeek(
        String unit,
        @Nullable String compound,
        @Nullable String compoundName,
        LocalDate week,
        int minimum,
        int planned,
        int done,
        int shortfall,
        int streak,
        boolean closed) {}
