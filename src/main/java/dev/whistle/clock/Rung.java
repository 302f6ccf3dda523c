package dev.whistle.clock;

import java.time.Instant;

/** Something to do about a clock at a certain time: a reminder, or at its end the breach. */
record Rung(Instant at, boolean breach) {}
