package dev.whistle.sheet;

import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads a workbook (.xlsx) that somebody has filled in. */
public final class Book {

    /** Without the format nobody could tell a date from a number. */
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

    private static final int MOST_COLUMNS = 100;

    /** Dates of Chinese spreadsheets, whose formats no file spells out: 27–36 and 50–58 (ECMA-376, 18.8.30). */
    private static final Set<Integer> CHINESE_DAYS = Set.of(27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58);

    private static final Set<Integer> DAYS = Set.of(14, 15, 16, 17, 22);

    private Book() {}

    /**
     * The sheets of a workbook.
     *
     * @param mostRows how many rows a sheet may have below its titles; empty ones do not count
     * @throws Problem if it is no workbook, is broken, or is larger than that
     */
    public static List<Page> read(byte[] file, int mostRows) {
        PackedBook.check(file);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file), OPTIONS)) {
            List<Page> pages = new ArrayList<>();
            for (Sheet sheet : book.getSheets().toList()) {
                pages.add(page(sheet, mostRows));
            }
            return pages;
        } catch (IOException | ExcelReaderException broken) {
            throw new Problem(Kind.INVALID, "book.broken");
        } catch (Problem told) {
            throw told;
        } catch (RuntimeException broken) {
            // The reader trusts what other programs write: indexes, numbers, references.
            throw new Problem(Kind.INVALID, "book.broken");
        }
    }

    private static Page page(Sheet sheet, int mostRows) throws IOException {
        List<String> titles = List.of();
        List<Page.Line> lines = new ArrayList<>();
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                Row row = each.next();
                List<Cell> cells = cells(row);
                if (row.getRowNum() == 1) {
                    titles = cells.stream().map(Cell::text).toList();
                } else if (!cells.isEmpty()) {
                    if (lines.size() == mostRows) {
                        throw new Problem(Kind.TOO_LARGE, "book.rows", sheet.getName(), mostRows);
                    }
                    lines.add(new Page.Line(row.getRowNum(), cells));
                }
            }
        }
        return new Page(sheet.getName(), titles, lines);
    }

    /** Without the empty ones at the end. */
    private static List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        int last = 0;
        for (int column = 0; column < Math.min(row.getCellCount(), MOST_COLUMNS); column++) {
            Cell cell = cell(row.getCell(column));
            cells.add(cell);
            if (cell.kind() != Cell.Kind.EMPTY) {
                last = column + 1;
            }
        }
        return List.copyOf(cells.subList(0, last));
    }

    private static Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null) {
            return Cell.EMPTY;
        }
        return switch (cell.getType()) {
            case EMPTY -> Cell.EMPTY;
            case STRING -> Cell.ofText(cell.asString());
            case BOOLEAN -> Cell.ofText(cell.asBoolean() ? "是" : "否");
            case FORMULA -> new Cell(Cell.Kind.FORMULA, "", null, null);
            case ERROR -> new Cell(Cell.Kind.ERROR, "", null, null);
            case NUMBER -> isDay(cell) ? day(cell) : Cell.ofNumber(cell.asNumber());
        };
    }

    private static Cell day(org.dhatim.fastexcel.reader.Cell cell) {
        LocalDateTime time = cell.asDate();
        return time == null ? Cell.ofNumber(cell.asNumber()) : Cell.ofDay(time.toLocalDate());
    }

    private static boolean isDay(org.dhatim.fastexcel.reader.Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        if (id != null && (DAYS.contains(id) || CHINESE_DAYS.contains(id))) {
            return true;
        }
        // What stands in quotes or brackets is no part of the pattern.
        String pattern =
                format == null ? "" : format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
        return pattern.contains("yy") || (pattern.contains("m") && pattern.contains("d"));
    }
}
