package dev.whistle.sheet;

import dev.whistle.csv.CsvSheet;
import java.util.List;

/**
 * One sheet of a workbook as it was filled in.
 *
 * @param titles the cells of its first row; empty for an empty sheet
 * @param lines the rows below in which anything stands
 */
public record Page(String name, List<String> titles, List<Line> lines) {

    /**
     * A row.
     *
     * @param row its number as a spreadsheet shows it; the titles are 1
     * @param cells from the first column on, as many as there are
     */
    public record Line(int row, List<Cell> cells) {

        public Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.EMPTY;
        }
    }

    /** The same of a CSV file, which knows nothing but texts. */
    public static Page of(String name, CsvSheet csv) {
        return new Page(
                name,
                csv.header(),
                csv.lines().stream()
                        .map(it -> new Line(
                                it.row(), it.cells().stream().map(Cell::ofText).toList()))
                        .toList());
    }
}
