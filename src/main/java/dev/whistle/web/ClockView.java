package dev.whistle.web;

import dev.whistle.clock.CaseClock;
import dev.whistle.clock.ClockState;
import dev.whistle.clock.Effect;
import dev.whistle.clock.TimeUnit;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a case. What is derived from the time of asking: {@code standing}, {@code overdue}, {@code daysLeft}.
 *
 * @param kindName what the clock is called
 * @param occasion tells a second clock of the kind apart; empty where there is but one
 * @param holder the unit whose clock it is, where it is one unit's
 * @param effect what it means to miss it, {@code effectName} in words
 * @param budget how many units there were to begin with
 * @param extended how many units were added
 * @param from what it counts from
 * @param daysLeft whole days until the last day, 0 on it, negative after it until the duty is done; null while the
 *     clock is paused and once it has stopped
 * @param state as the ledger has it: a breach is permanent, also of a duty that was done later
 * @param standing what an officer calls it, {@code standingName} in words
 * @param overdue whether its time is up and the duty not done
 * @param endedAt when the duty was done or fell away
 */
record ClockView(
        String id,
        String kind,
        String kindName,
        String occasion,
        @Nullable String holder,
        @Nullable String holderName,
        String clause,
        Effect effect,
        String effectName,
        int budget,
        TimeUnit unit,
        int extended,
        OffsetDateTime from,
        OffsetDateTime dueAt,
        @Nullable Long daysLeft,
        ClockState state,
        Standing standing,
        String standingName,
        boolean provisional,
        boolean overdue,
        @Nullable OffsetDateTime pausedSince,
        @Nullable OffsetDateTime endedAt) {

    /** How it stands, in lower case as in the answer. */
    enum Standing {
        running,
        paused,
        overdue,
        met,
        doneLate,
        cancelled;

        static Standing of(CaseClock clock, Instant now) {
            return switch (clock.state()) {
                case RUNNING -> now.isBefore(clock.dueAt()) ? running : overdue;
                case PAUSED -> paused;
                case MET -> met;
                case BREACHED -> clock.endedAt() == null ? overdue : doneLate;
                case CANCELLED -> cancelled;
            };
        }

        /** Whether days go on being counted. */
        boolean counting() {
            return this == running || this == overdue;
        }

        String text() {
            return CodeName.of(
                    "clock.standing", name().replaceAll("[A-Z]", "-$0").toLowerCase(Locale.ROOT));
        }
    }

    /** A clock as it stands now. */
    static ClockView of(CaseClock clock, UnaryOperator<String> unitName, Instant now) {
        OffsetDateTime dueAt = CaseView.china(clock.dueAt());
        Standing standing = Standing.of(clock, now);
        return new ClockView(
                clock.id(),
                clock.kind(),
                clock.name(),
                clock.occasion(),
                clock.holder(),
                clock.holder() == null ? null : unitName.apply(clock.holder()),
                clock.clause(),
                clock.effect(),
                CodeName.of("clock.effect", clock.effect().name().toLowerCase(Locale.ROOT)),
                clock.budget(),
                clock.unit(),
                clock.extended(),
                CaseView.china(clock.anchorAt()),
                dueAt,
                standing.counting() ? CaseView.daysLeft(dueAt, now) : null,
                clock.state(),
                standing,
                standing.text(),
                clock.provisional(),
                standing == Standing.overdue,
                time(clock.pausedSince()),
                time(clock.endedAt()));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : CaseView.china(instant);
    }
}
