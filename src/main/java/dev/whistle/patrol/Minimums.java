package dev.whistle.patrol;

import dev.whistle.engine.DeploymentCheck;
import dev.whistle.engine.TableRow;
import dev.whistle.engine.Tables;
import dev.whistle.engine.WrittenRule;
import dev.whistle.problem.FieldError;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How often has to be patrolled, read from {@code patrol-minimums.dmn}: the numbers stand there. */
@Component
class Minimums implements DeploymentCheck {

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
                row.text("clause"),
                since(row.text("since")).orElse(null));
    }

    /** What a cell says, which is nothing or a day. */
    private static Optional<LocalDate> since(String cell) {
        return Optional.of(cell).filter(it -> !it.isEmpty()).map(LocalDate::parse);
    }

    @Override
    public List<FieldError> check(String file, byte[] content) {
        return file.equals(TABLE + ".dmn")
                ? WrittenRule.of(content).stream().flatMap(Minimums::wrong).toList()
                : List.of();
    }

    private static Stream<FieldError> wrong(WrittenRule rule) {
        String cell = rule.cells().getOrDefault("since", "");
        try {
            since(cell);
            return Stream.empty();
        } catch (DateTimeParseException noDay) {
            return Stream.of(new FieldError(TABLE + ".dmn " + rule.id(), "patrol.since-no-day", cell));
        }
    }
}
