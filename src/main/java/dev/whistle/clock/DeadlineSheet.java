package dev.whistle.clock;

import java.time.Instant;

/** A period from a given moment with every day that was counted or left out, for whoever doubts the deadline. */
public record DeadlineSheet(TimeLimit limit, Instant from, Period period) {}
