package dev.whistle.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a cell of a spreadsheet.
 *
 * @param text as it reads; empty where nothing does
 * @param number where it is one
 * @param day where it is a date
 */
public record Cell(
        Kind kind,
        String text,
        @Nullable BigDecimal number,
        @Nullable LocalDate day) {

    /** What a cell is to its spreadsheet. */
    public enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        DAY,
        /** It is computed, and says what it was when the file was last saved. */
        FORMULA,
        /** {@code #N/A} and the like. */
        ERROR
    }

    public static final Cell EMPTY = new Cell(Kind.EMPTY, "", null, null);

    /** A text without the blanks around it. */
    public static Cell ofText(String text) {
        String bare = text.replace('\u00a0', ' ').strip();
        return bare.isEmpty() ? EMPTY : new Cell(Kind.TEXT, bare, null, null);
    }

    static Cell ofNumber(BigDecimal number) {
        return new Cell(Kind.NUMBER, number.stripTrailingZeros().toPlainString(), number, null);
    }

    static Cell ofDay(LocalDate day) {
        return new Cell(Kind.DAY, day.toString(), null, day);
    }
}
