package dev.whistle.clock;

import org.jspecify.annotations.Nullable;

/** A day as somebody wrote it down, to be checked. */
public record DraftDay(@Nullable String date, @Nullable String name) {}
