package dev.whistle.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.whistle.sheet.Grid;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * An official paper, whatever it is written to.
 *
 * @param number empty while it is not issued
 * @param titleLines its title, broken where its sense allows it
 * @param addressees empty where it is sent to nobody
 */
public record Paper(
        String office, String number, List<String> titleLines, String addressees, List<Part> parts, LocalDate day) {

    @JsonProperty
    public String title() {
        return String.join("", titleLines);
    }

    /** What stands below each other. */
    public sealed interface Part {}

    /** @param level 1 for 一、, 2 for （一）, 3 for 1. */
    public record Heading(int level, String text) implements Part {}

    /** @param lead what it begins with, set off from the rest; may be empty */
    public record Paragraph(String lead, String text) implements Part {}

    /**
     * A table.
     *
     * @param printed how many of its rows are printed at most; a spreadsheet has them all
     */
    public record Table(Grid grid, int printed) implements Part {

        static final int ALL_ROWS = Integer.MAX_VALUE;

        /** Whether there is anything in it: names, or a number that is not nought. */
        @JsonProperty
        public boolean worthPrinting() {
            List<Number> numbers = grid.rows().stream()
                    .flatMap(List::stream)
                    .filter(Number.class::isInstance)
                    .map(Number.class::cast)
                    .toList();
            return numbers.isEmpty() ? !grid.rows().isEmpty() : numbers.stream().anyMatch(it -> it.doubleValue() != 0);
        }
    }

    /** Its tables, as they stand. */
    Stream<Grid> grids() {
        return parts.stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .map(Table::grid);
    }
}
