package dev.whistle.procedure.whistle;

import org.jspecify.annotations.Nullable;

/**
 * A whistle as a case blows it.
 *
 * @param cause number of the case that found the violation
 * @param blownBy the unit that blows
 * @param matter in a few words, nobody's personal data
 * @param area {@code in} or {@code out} of the built-up area, for a place that is no compound
 * @param continuing whether it goes on although somebody told them to stop
 */
record Blown(
        String cause,
        Field blownBy,
        Field kind,
        Field matter,
        @Nullable String details,
        Field compound,
        Field place,
        @Nullable String area,
        String source,
        boolean continuing) {}
