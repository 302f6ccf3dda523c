package dev.whistle.clock;

/** Where a clock stands. Overdue is derived: a running clock whose time is up. A breach is permanent. */
public enum ClockState {
    RUNNING,
    PAUSED,
    MET,
    BREACHED,
    CANCELLED;

    /** Whether the duty may still be done in time. */
    boolean open() {
        return this == RUNNING || this == PAUSED;
    }
}
