package dev.whistle.patrol;

import dev.whistle.engine.TableRow;
import dev.whistle.engine.Tables;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How often has to be patrolled, read from {@code patrol-minimums.dmn}: the numbers stand there. */
@Component
class Minimums {

    private static final String TABLE = "patrol-minimums";

    private final Tables tables;

    Minimums(Tables tables) {
        this.tables = tables;
    }

    /** Those of the kinds of patrols that have to take place so and so often, by kind. */
    Map<PatrolKind, Minimum> all() {
        Map<String, TableRow> rows =
                tables.rows(TABLE).stream().collect(Collectors.toMap(TableRow::key, Function.identity()));
        Map<PatrolKind, Minimum> all = new EnumMap<>(PatrolKind.class);
        for (PatrolKind kind : PatrolKind.values()) {
            Optional.ofNullable(rows.get(kind.row()))
                    .map(row -> minimum(kind, row))
                    .filter(it -> it.perWeek() > 0)
                    .ifPresent(it -> all.put(kind, it));
        }
        return all;
    }

    Minimum of(PatrolKind kind) {
        return tables.row(TABLE, kind.row())
                .map(row -> minimum(kind, row))
                .orElseThrow(() -> new IllegalStateException("the table " + TABLE + " has no row " + kind.row()));
    }

    private static Minimum minimum(PatrolKind kind, TableRow row) {
        return new Minimum(
                kind,
                row.number("perWeek"),
                row.text("countedPer").equals("compound"),
                row.text("counted").equals("days"),
                row.number("escalateAfter"),
                row.text("clause"));
    }
}
