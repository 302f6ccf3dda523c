package dev.whistle.clock;

import dev.whistle.engine.TableRow;
import dev.whistle.engine.Tables;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        return of(kind, null);
    }

    /**
     * The limit of this kind in a case of this category: the same period may be a statute's for one and a promise of
     * service for another.
     *
     * @throws UnknownTimeLimitException if the table has no such row
     */
    TimeLimit of(String kind, @Nullable String category) {
        TableRow row = tables.row(TABLE, kind).orElseThrow(() -> new UnknownTimeLimitException(kind));
        return limit(row, statutoryFor(row).contains(category) ? Effect.STATUTORY : effect(row));
    }

    /** All limits of the newest version of the table; none before the application's first start has deployed it. */
    List<TimeLimit> all() {
        return tables.rows(TABLE).stream().map(row -> limit(row, effect(row))).toList();
    }

    /** The categories of a case for which the period is a statute's, e.g. {@code violation}. */
    private static List<@Nullable String> statutoryFor(TableRow row) {
        return Arrays.stream(row.text("statutoryFor").split(","))
                .<@Nullable String>map(String::strip)
                .toList();
    }

    private static Effect effect(TableRow row) {
        return Effect.valueOf(row.text("effect"));
    }

    private static TimeLimit limit(TableRow row, Effect effect) {
        return new TimeLimit(
                row.key(),
                row.text("name"),
                row.text("clause"),
                row.number("budget"),
                TimeUnit.valueOf(row.text("unit")),
                effect,
                Reminders.of(row.text("reminders")),
                row.flag("pausable"),
                row.number("extendable"),
                row.version());
    }
}
