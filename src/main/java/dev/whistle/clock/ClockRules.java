package dev.whistle.clock;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may be done to a clock. Every refusal names the clock and says what to do. */
@Component
class ClockRules {

    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_BASIS = 200;

    private final TimeLimits limits;

    ClockRules(TimeLimits limits) {
        this.limits = limits;
    }

    void arming(TimeLimit limit, Instant anchor, Instant now) {
        if (anchor.isAfter(now)) {
            throw refusal(
                    "from",
                    "clock.from-future",
                    limit.name(),
                    ChineseTime.of(anchor.atZone(WorkCalendar.CHINA).toOffsetDateTime()));
        }
    }

    void pausing(CaseClock clock, Instant now, Why why) {
        if (!clock.terms().pausable()) {
            throw conflict("clock.not-pausable", clock.name(), clock.clause());
        }
        if (clock.state() == ClockState.PAUSED) {
            throw conflict("clock.already-paused", clock.name());
        }
        mustRun(clock, now, "clock.over.pause");
        mustSayWhy(clock, why);
    }

    void resuming(CaseClock clock) {
        if (clock.state() != ClockState.PAUSED) {
            throw conflict("clock.not-paused", clock.name());
        }
    }

    void extending(CaseClock clock, int by, Instant now, Why why) {
        if (clock.terms().extendable() == 0) {
            throw conflict("clock.not-extendable", clock.name(), clock.clause());
        }
        mustRun(clock, now, "clock.over.extend");
        mustSayWhy(clock, why);
        if (why.basis() == null || why.basis().isBlank()) {
            throw refusal("basis", "clock.basis-missing", clock.name());
        }
        if (why.basis().length() > LONGEST_BASIS) {
            throw refusal("basis", "clock.basis-long", clock.name(), LONGEST_BASIS);
        }
        if (by <= 0) {
            throw refusal("by", "clock.by-wrong", clock.name());
        }
        int left = clock.terms().extendable() - clock.extended();
        if (by > left) {
            String unit = ClockLines.unit(clock.unit());
            throw refusal(
                    "by", "clock.over-bound", clock.name(), clock.terms().extendable(), clock.extended(), left, unit);
        }
    }

    void cancelling(CaseClock clock, Why why) {
        if (!clock.state().open()) {
            throw conflict("clock.ended." + stateWord(clock), clock.name());
        }
        mustSayWhy(clock, why);
    }

    /** A case has no such clock. */
    Problem notStarted(String kind) {
        return conflict("clock.not-started", known(kind).name());
    }

    /** The limit of this kind. */
    TimeLimit known(String kind) {
        return known(kind, null);
    }

    /** The limit of this kind in a case of this category. */
    TimeLimit known(String kind, @Nullable String category) {
        try {
            return limits.of(kind, category);
        } catch (UnknownTimeLimitException unknown) {
            throw refusal("kind", "clock.unknown", kind);
        }
    }

    private static void mustRun(CaseClock clock, Instant now, String whenOver) {
        if (clock.overdue(now) || clock.state() == ClockState.BREACHED) {
            throw conflict(whenOver, clock.name(), clock.lastDay());
        }
        if (!clock.state().open()) {
            throw conflict("clock.ended." + stateWord(clock), clock.name());
        }
    }

    private static void mustSayWhy(CaseClock clock, Why why) {
        if (why.reason() == null || why.reason().isBlank()) {
            throw refusal("reason", "clock.reason-missing", clock.name());
        }
        if (why.reason().length() > LONGEST_REASON) {
            throw refusal("reason", "clock.reason-long", clock.name(), LONGEST_REASON);
        }
    }

    private static String stateWord(CaseClock clock) {
        return clock.state().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Problem conflict(String message, Object... arguments) {
        return new Problem(Problem.Kind.CONFLICT, message, arguments);
    }

    static Problem refusal(String field, String message, @Nullable Object... arguments) {
        return Problem.invalid(new FieldError(field, message, arguments));
    }
}
