package dev.whistle.clock;

import org.jspecify.annotations.Nullable;

/**
 * Why a clock was stopped or moved.
 *
 * @param basis the legal basis, where one is needed
 * @param step the run of the model's step that asks, so that the same run asked twice is done once
 */
record Why(
        @Nullable String reason,
        @Nullable String basis,
        @Nullable String step) {

    static Why because(String reason) {
        return new Why(reason, null, null);
    }
}
