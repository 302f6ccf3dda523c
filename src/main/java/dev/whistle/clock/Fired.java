package dev.whistle.clock;

import java.util.Locale;

/** What a timer of a clock has found to act on. */
enum Fired {
    REMINDER,
    BREACH,
    NONE;

    /** How models call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
