package dev.whistle.casefile;

import org.jspecify.annotations.Nullable;

/**
 * What cases to list. Null means: no matter.
 *
 * @param open true for open cases, false for closed ones
 * @param unit id of a unit that the case came to
 * @param overdue true for cases with a clock that has run out unmet
 * @param text a part of the case number or of the title
 * @param page from 0
 * @param size 1 to 200
 */
public record CaseQuery(
        @Nullable String procedure,
        @Nullable Boolean open,
        @Nullable String unit,
        @Nullable Boolean overdue,
        @Nullable String text,
        int page,
        int size) {}
