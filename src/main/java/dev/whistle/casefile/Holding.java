package dev.whistle.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which a unit held a case without a break, whatever number of tasks it had of it.
 *
 * @param tasks what the tasks are called, in the order they came to the unit
 * @param until when the unit's last task of the case went on or ended; null while it holds the case
 */
public record Holding(
        String unit,
        List<String> tasks,
        Instant since,
        @Nullable Instant until) {

    /** Whether the unit holds the case now. */
    public boolean holds() {
        return until == null;
    }

    /** How long the unit has held the case by then. */
    public Duration length(Instant now) {
        return Duration.between(since, end(now));
    }

    /** When it ended, or now if it has not. */
    public Instant end(Instant now) {
        return until == null ? now : until;
    }
}
