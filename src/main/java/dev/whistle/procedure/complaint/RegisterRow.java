package dev.whistle.procedure.complaint;

import dev.whistle.problem.FieldError;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of a register. Every cell is read through it, so that what is wrong is named with row and column, and a row can
 * be read to its end whatever is wrong in it.
 */
final class RegisterRow {

    /** Spreadsheets write dates with dashes or strokes, with or without leading zeros and seconds. */
    private static final List<DateTimeFormatter> TIMES = formats("uuuu-M-d H:m[:s]", "uuuu/M/d H:m[:s]");

    private static final List<DateTimeFormatter> DAYS = formats("uuuu-M-d", "uuuu/M/d");

    private final int row;
    private final Map<RegisterColumn, String> cells;
    private final List<BadCell> bad = new ArrayList<>();
    private final Set<RegisterColumn> badColumns = EnumSet.noneOf(RegisterColumn.class);

    RegisterRow(int row, List<RegisterColumn> header, List<String> values) {
        this.row = row;
        this.cells = new EnumMap<>(RegisterColumn.class);
        for (int i = 0; i < Math.min(header.size(), values.size()); i++) {
            if (!values.get(i).isEmpty()) {
                cells.put(header.get(i), values.get(i));
            }
        }
        if (header.size() != values.size()) {
            bad.add(new BadCell(
                    row, null, new FieldError("", "complaint.import.cell.cells", values.size(), header.size())));
        }
    }

    int row() {
        return row;
    }

    List<BadCell> bad() {
        return bad;
    }

    /** Whether its cells stand under the right titles. */
    boolean whole() {
        return bad.stream().noneMatch(it -> it.column() == null);
    }

    @Nullable
    String text(RegisterColumn column) {
        return cells.get(column);
    }

    boolean any(RegisterColumn... columns) {
        return Arrays.stream(columns).anyMatch(cells::containsKey);
    }

    <E extends Labelled> @Nullable E choice(RegisterColumn column, E[] choices) {
        return read(
                column,
                text -> Arrays.stream(choices)
                        .filter(it -> it.label().equals(text) || it.code().equals(text))
                        .findFirst()
                        .orElse(null),
                "complaint.import.cell.choice",
                Arrays.stream(choices).map(Labelled::label).collect(Collectors.joining("、")));
    }

    /** A time of this zone, unless it says another. */
    @Nullable
    OffsetDateTime time(RegisterColumn column, ZoneId zone) {
        return read(
                column,
                text -> {
                    LocalDateTime local = parsed(text, TIMES, LocalDateTime::parse);
                    return local == null
                            ? parsed(text, List.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME), OffsetDateTime::parse)
                            : local.atZone(zone).toOffsetDateTime();
                },
                "complaint.import.cell.time");
    }

    @Nullable
    LocalDate day(RegisterColumn column) {
        return read(column, text -> parsed(text, DAYS, LocalDate::parse), "complaint.import.cell.day");
    }

    @Nullable
    Integer number(RegisterColumn column) {
        return read(
                column,
                text -> text.matches("-?[0-9]{1,9}") ? Integer.valueOf(text) : null,
                "complaint.import.cell.number");
    }

    /** Notes what rules found wrong with a field, unless its cell could not be read at all. */
    void wrong(FieldError error) {
        List<RegisterColumn> columns = RegisterColumn.of(error.field());
        RegisterColumn column = columns.stream()
                .filter(cells::containsKey)
                .findFirst()
                .orElse(columns.isEmpty() ? null : columns.get(0));
        if (column == null || badColumns.add(column)) {
            bad.add(new BadCell(row, column == null ? null : column.title(), error));
        }
    }

    /** Notes what is wrong with a cell. */
    void wrong(RegisterColumn column, String message, Object... arguments) {
        badColumns.add(column);
        bad.add(new BadCell(row, column.title(), new FieldError(column.title(), message, arguments)));
    }

    private <T> @Nullable T read(
            RegisterColumn column, Function<String, @Nullable T> reader, String message, Object... more) {
        String text = cells.get(column);
        if (text == null) {
            return null;
        }
        T value = reader.apply(text);
        if (value == null) {
            List<Object> arguments = new ArrayList<>(List.of(text));
            arguments.addAll(Arrays.asList(more));
            wrong(column, message, arguments.toArray());
        }
        return value;
    }

    private interface Parse<T> {
        T from(String text, DateTimeFormatter format);
    }

    private static <T> @Nullable T parsed(String text, List<DateTimeFormatter> formats, Parse<T> parse) {
        for (DateTimeFormatter format : formats) {
            try {
                return parse.from(text, format);
            } catch (DateTimeParseException another) {
                // the next format may fit
            }
        }
        return null;
    }

    private static List<DateTimeFormatter> formats(String... patterns) {
        return Arrays.stream(patterns)
                .map(it -> DateTimeFormatter.ofPattern(it).withResolverStyle(ResolverStyle.STRICT))
                .toList();
    }
}
