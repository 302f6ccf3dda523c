package dev.whistle.clock;

/** In what a period is counted: 日, 工作日 or hours. */
public enum TimeUnit {
    DAY,
    WORKDAY,
    HOUR
}
