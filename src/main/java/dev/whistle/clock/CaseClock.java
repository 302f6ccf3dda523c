package dev.whistle.clock;

import dev.whistle.casefile.ChineseTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a case.
 *
 * @param occasion tells a second clock of the same kind apart; empty where there is but one
 * @param holder the unit whose clock it is, where it is one unit's
 * @param terms what {@code time-limits.dmn} said when the clock was started
 * @param anchorAt what it counts from
 * @param standing how far it has come
 */
public record CaseClock(
        String id,
        String caseNo,
        String occasion,
        @Nullable String holder,
        TimeLimit terms,
        Instant anchorAt,
        Standing standing) {

    public String kind() {
        return terms.kind();
    }

    /** What people call it, e.g. 投诉答复期限. */
    public String name() {
        return terms.name();
    }

    public String clause() {
        return terms.clause();
    }

    public Effect effect() {
        return terms.effect();
    }

    public TimeUnit unit() {
        return terms.unit();
    }

    /** How many units there are by the table; see {@link #extended} for what was added. */
    public int budget() {
        return terms.budget();
    }

    /** How many units were added. */
    public int extended() {
        return standing.extended();
    }

    /** When it ends; while it is paused, when it would end if it went on at once. */
    public Instant dueAt() {
        return standing.dueAt();
    }

    /** Its last day, as offices write it; of one in hours its last minute. */
    public String lastDay() {
        return unit() == TimeUnit.HOUR
                ? ChineseTime.of(dueAt().atZone(WorkCalendar.CHINA).toOffsetDateTime())
                : ChineseTime.of(
                        dueAt().minusNanos(1).atZone(WorkCalendar.CHINA).toLocalDate());
    }

    public boolean provisional() {
        return standing.provisional();
    }

    public ClockState state() {
        return standing.state();
    }

    /** Since when it has been paused; null while it is not. */
    public @Nullable Instant pausedSince() {
        return standing.pausedSince();
    }

    /** When the duty was done or fell away; null before. */
    public @Nullable Instant endedAt() {
        return standing.endedAt();
    }

    /** How many units it has in all. */
    int total() {
        return terms.budget() + standing.extended();
    }

    /** Whether it was ever paused. */
    boolean everPaused() {
        return !anchorAt.equals(standing.runningSince());
    }

    /** Whether it has an end: a paused clock has none for now, a cancelled one never. */
    boolean ends() {
        return state() != ClockState.PAUSED && state() != ClockState.CANCELLED;
    }

    boolean overdue(Instant now) {
        return state() == ClockState.RUNNING && !now.isBefore(dueAt());
    }

    ClockKey key() {
        return new ClockKey(caseNo, terms.kind(), occasion);
    }

    /** The same period, which means something else from now on. */
    CaseClock with(Effect other) {
        return new CaseClock(id, caseNo, occasion, holder, terms.with(other), anchorAt, standing.regraded());
    }

    CaseClock with(Standing other) {
        return new CaseClock(id, caseNo, occasion, holder, terms, anchorAt, other);
    }
}
