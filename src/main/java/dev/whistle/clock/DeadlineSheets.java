package dev.whistle.clock;

import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows how a deadline is counted, by the same count that sets it. */
@Component
public class DeadlineSheets {

    private final TimeLimits limits;
    private final WorkCalendars calendars;

    DeadlineSheets(TimeLimits limits, WorkCalendars calendars) {
        this.limits = limits;
        this.calendars = calendars;
    }

    /**
     * The sheet of a period of this kind that begins at {@code from}.
     *
     * @param category of the case, where the table tells by it what the period means
     * @throws Problem if {@code time-limits.dmn} has no such kind, or leaves its length to each order
     */
    public DeadlineSheet of(String kind, @Nullable String category, Instant from) {
        TimeLimit limit = limit(kind, category);
        if (limit.open()) {
            throw new Problem(Kind.CONFLICT, "time-limit.open", limit.name());
        }
        return new DeadlineSheet(limit, from, calendars.current().period(from, limit.budget(), limit.unit()));
    }

    private TimeLimit limit(String kind, @Nullable String category) {
        try {
            return limits.of(kind, category);
        } catch (UnknownTimeLimitException unknown) {
            throw new Problem(Kind.NOT_FOUND, "time-limit.unknown", kind);
        }
    }
}
