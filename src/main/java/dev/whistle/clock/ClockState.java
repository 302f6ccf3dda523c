package dev.whistle.clock;

/** Where a clock stands. Overdue is derived: a running clock whose time is up. A breach is permanent. */
public enum ClockState {
    RUNNING,
    MET,
    BREACHED
}
