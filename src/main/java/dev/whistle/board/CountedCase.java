package dev.whistle.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case behind a figure. One that a figure counts several times, e.g. for two clocks, is there as often.
 *
 * @param holders names of the units that hold it now; of an open case that nobody does its own unit's
 * @param dueAt when the next of its clocks ends; null where none runs, or it is closed
 * @param outcome code of how it ended; null while it is open
 * @param about what was counted: the clock's name, the rung; null where that is the case itself
 * @param unitName whose clock, rung or referral it is; null likewise
 */
public record CountedCase(
        String caseNo,
        String title,
        String procedure,
        String procedureName,
        @Nullable String compoundName,
        @Nullable String streetName,
        List<String> holders,
        Instant receivedAt,
        @Nullable Instant dueAt,
        boolean closed,
        @Nullable String outcome,
        @Nullable String about,
        @Nullable String unitName) {}
