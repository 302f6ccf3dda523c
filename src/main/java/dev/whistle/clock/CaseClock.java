package dev.whistle.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a case.
 *
 * @param anchorAt what it counts from
 * @param endedAt when the duty was done; null while it runs
 */
public record CaseClock(
        String id,
        String kind,
        String clause,
        Effect effect,
        Instant anchorAt,
        Instant dueAt,
        boolean provisional,
        ClockState state,
        @Nullable Instant endedAt) {}
