package dev.whistle.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a closed case as it goes into the archive.
 *
 * @param name what people call it
 * @param budget how many of {@code unit}
 * @param extended how many were added
 * @param unit DAY, WORKDAY or HOUR
 * @param dueAt the first moment that is too late
 * @param state MET or BREACHED, or what else the ledger says
 */
public record ArchivedClock(
        String name,
        String clause,
        String effect,
        Instant anchorAt,
        int budget,
        int extended,
        String unit,
        Instant dueAt,
        boolean provisional,
        String state,
        @Nullable Instant endedAt) {}
