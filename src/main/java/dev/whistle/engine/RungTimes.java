package dev.whistle.engine;

import java.time.Instant;
import java.util.Optional;

/** When a clock's rungs (its reminders, then its breach) are to be acted on; the ledger of clocks answers. */
public interface RungTimes {

    /** The first rung that nobody has acted on; empty while the clock is paused, and once there is none. */
    Optional<Instant> firstOpen(String clockId);

    /**
     * The rung to wait for after the one that is being acted on now. It is empty after the last one; a clock that does
     * not run just now answers {@link RungTimers#NEVER}.
     */
    Optional<Instant> afterThis(String clockId);
}
