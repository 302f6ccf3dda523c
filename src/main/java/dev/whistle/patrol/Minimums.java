package dev.whistle.patrol;

import dev.whistle.engine.TableRow;
import dev.whistle.engine.Tables;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** How often has to be patrolled, read from {@code patrol-minimums.dmn}: the numbers stand there. */
@Component
class Minimums {

    private static final String TABLE = "patrol-minimums";

    private final Tables tables;

    Minimums(Tables tables) {
        this.tables = tables;
    }

    /** Those of the kinds of patrols that have to take place so and so often. */
    List<Minimum> all() {
        return Arrays.stream(PatrolKind.values())
                .map(this::of)
                .filter(it -> it.perWeek() > 0)
                .toList();
    }

    Minimum of(PatrolKind kind) {
        TableRow row = tables.row(TABLE, kind.row())
                .orElseThrow(() -> new IllegalStateException("the table " + TABLE + " has no row " + kind.row()));
        return new Minimum(
                kind,
                row.number("perWeek"),
                row.text("countedPer").equals("compound"),
                row.text("counted").equals("days"),
                row.number("escalateAfter"),
                row.text("clause"));
    }
}
