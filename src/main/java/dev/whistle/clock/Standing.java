package dev.whistle.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a clock has come: the part of it that changes.
 *
 * @param extended units added to the budget
 * @param consumed whole units that had run before the last pause; seconds where the unit is an hour
 * @param runningSince since when it has been running without a pause; null while it is not
 * @param pausedSince since when it has been paused; null while it is not
 * @param dueAt when it ends; while it is paused, when it would end if it went on at once
 * @param endedAt when the duty was done or fell away; null before
 * @param fired how many of its rungs have been acted on
 * @param revision rises with every change
 */
public record Standing(
        ClockState state,
        int extended,
        long consumed,
        @Nullable Instant runningSince,
        @Nullable Instant pausedSince,
        Instant dueAt,
        boolean provisional,
        @Nullable Instant endedAt,
        int fired,
        int revision) {

    static Standing begun(Instant anchor, Period period) {
        return new Standing(ClockState.RUNNING, 0, 0, anchor, null, period.dueAt(), period.provisional(), null, 0, 0);
    }

    /** Whether a count came to the same. */
    boolean sameAs(Standing other) {
        return dueAt.equals(other.dueAt) && provisional == other.provisional && consumed == other.consumed;
    }

    Standing paused(Instant at, long consumedBefore) {
        return new Standing(
                ClockState.PAUSED, extended, consumedBefore, null, at, dueAt, provisional, null, fired, revision + 1);
    }

    Standing resumed(Instant at, Period period) {
        return new Standing(
                ClockState.RUNNING,
                extended,
                consumed,
                at,
                null,
                period.dueAt(),
                period.provisional(),
                null,
                fired,
                revision + 1);
    }

    Standing extended(int by, Period period) {
        return new Standing(
                state,
                extended + by,
                consumed,
                runningSince,
                pausedSince,
                period.dueAt(),
                period.provisional(),
                null,
                fired,
                revision + 1);
    }

    /** Counted by another calendar. */
    Standing recounted(long consumedNow, Period period) {
        return new Standing(
                state,
                extended,
                consumedNow,
                runningSince,
                pausedSince,
                period.dueAt(),
                period.provisional(),
                endedAt,
                fired,
                revision + 1);
    }

    /** The duty was done or fell away. */
    Standing ended(ClockState how, Instant at) {
        return new Standing(how, extended, consumed, null, null, dueAt, provisional, at, fired, revision + 1);
    }

    /** Its time was up, and nobody will act on its rungs any more. */
    Standing breached() {
        return new Standing(
                ClockState.BREACHED,
                extended,
                consumed,
                runningSince,
                pausedSince,
                dueAt,
                provisional,
                endedAt,
                fired,
                revision + 1);
    }

    /** It stands as before, but means something else. */
    Standing regraded() {
        return new Standing(
                state, extended, consumed, runningSince, pausedSince, dueAt, provisional, endedAt, fired, revision + 1);
    }

    /** One more rung was acted on. */
    Standing fired(ClockState then) {
        return new Standing(
                then,
                extended,
                consumed,
                runningSince,
                pausedSince,
                dueAt,
                provisional,
                endedAt,
                fired + 1,
                revision + 1);
    }
}
