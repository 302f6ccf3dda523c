package dev.whistle.engine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Just after the last moment at which something is due that is due today, for stored task lists ({@link
 * QueryExpressions}): the engine's own functions know no day. A period whose last day is today ends at 00:00 of
 * tomorrow, and lists ask for what is due before a time.
 */
@Component("endOfToday")
class EndOfToday implements Supplier<Date> {

    private final Clock clock;

    EndOfToday(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Date get() {
        return Date.from(LocalDate.now(clock)
                .plusDays(1)
                .atStartOfDay(clock.getZone())
                .toInstant()
                .plusMillis(1));
    }
}
