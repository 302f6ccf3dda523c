package dev.whistle.clock;

import dev.whistle.palette.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.jspecify.annotations.Nullable;

/** A step of a model that acts on a clock, and what the model has written into its fields. */
record Step(Fields fields) {

    private static final int ISO_DAY = "yyyy-MM-dd".length();
    private static final int ENOUGH_TO_FIND_IT = 40;

    static Step of(DelegateExecution execution) {
        return new Step(new Fields(execution));
    }

    ClockKey key(@Nullable Expression kind, @Nullable Expression occasion) {
        return new ClockKey(
                fields.execution().getProcessBusinessKey(),
                text(kind).orElse(""),
                text(occasion).orElse(ClockKey.ONLY));
    }

    /** Why it acts, with the run of the step, so that the same run acts once. */
    Why why(@Nullable Expression reason, @Nullable Expression basis) {
        return new Why(
                text(reason).orElse(null),
                text(basis).orElse(null),
                fields.execution().getActivityInstanceId());
    }

    /** What is written there; empty for nothing and for blanks. */
    Optional<String> text(@Nullable Expression field) {
        return fields.text(field);
    }

    /** A moment: an ISO time with offset, or a day, which begins at 00:00 in China. */
    Instant time(Expression field, String clockName) {
        String text = text(field).orElseThrow(() -> ClockRules.refusal("from", "clock.from-missing", clockName));
        try {
            return text.length() == ISO_DAY
                    ? LocalDate.parse(text).atStartOfDay(WorkCalendar.CHINA).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            String shown = text.substring(0, Math.min(text.length(), ENOUGH_TO_FIND_IT));
            throw ClockRules.refusal("from", "clock.from-unreadable", clockName, shown);
        }
    }

    /** The last day that somebody has set, and by which name, so that a refusal names the place to mend. */
    LastDay lastDay(@Nullable Expression field) {
        return field == null
                ? LastDay.NONE
                : new LastDay(fields.name(field, "until"), text(field).orElse(null));
    }

    /** A whole number; empty where there is none. */
    Optional<Integer> number(Expression field) {
        try {
            return text(field).map(Integer::valueOf);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
