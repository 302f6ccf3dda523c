package dev.whistle.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/**
 * A table whose columns are not those of a record.
 *
 * @param title at most 31 characters, none of {@code []:*?/\}: it is the name of a sheet
 * @param rows each as long as the columns; numbers, days, times or texts
 */
public record Grid(String title, List<String> columns, List<List<@Nullable Object>> rows) {

    /** Writes a workbook with a sheet for each, whose titles differ. */
    public static void write(List<Grid> grids, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Whistle", "1.0")) {
            for (Grid grid : grids) {
                Lines lines = new Lines(book.newWorksheet(grid.title), grid.columns);
                grid.rows.forEach(lines::add);
                lines.finish();
            }
        }
    }
}
