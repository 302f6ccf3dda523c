package dev.whistle.clock;

import dev.whistle.engine.TableRow;
import dev.whistle.engine.Tables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads statutory and other periods from {@code time-limits.dmn}: the numbers stand there and nowhere else. */
@Component
class TimeLimits {

    private static final String TABLE = "time-limits";

    private final Tables tables;

    TimeLimits(Tables tables) {
        this.tables = tables;
    }

    /**
     * The limit of this kind by the newest version of the table.
     *
     * @throws UnknownTimeLimitException if the table has no such row
     */
    TimeLimit of(String kind) {
        return tables.row(TABLE, kind).map(TimeLimits::limit).orElseThrow(() -> new UnknownTimeLimitException(kind));
    }

    /** All limits of the newest version of the table; none before the application's first start has deployed it. */
    List<TimeLimit> all() {
        return tables.rows(TABLE).stream().map(TimeLimits::limit).toList();
    }

    private static TimeLimit limit(TableRow row) {
        return new TimeLimit(
                row.key(),
                row.text("name"),
                row.text("clause"),
                row.number("budget"),
                TimeUnit.valueOf(row.text("unit")),
                Effect.valueOf(row.text("effect")),
                Reminders.of(row.text("reminders")),
                row.flag("pausable"),
                row.number("extendable"),
                row.version());
    }
}
