package dev.whistle.sheet;

import dev.whistle.casefile.ChineseTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The lines of a sheet that is being written, below a line of headings that stays on top. */
final class Lines {

    private static final String DAY = "yyyy-mm-dd";
    private static final String MINUTE = "yyyy-mm-dd hh:mm";
    /** As many as a cell can hold. */
    private static final int LONGEST = 32_767;

    private static final int NARROWEST = 10;
    private static final int WIDEST = 60;

    private final Worksheet sheet;
    private final int[] widths;
    private int line;

    Lines(Worksheet sheet, List<String> headings) {
        this.sheet = sheet;
        this.widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            sheet.value(0, column, headings.get(column));
            sheet.style(0, column).bold().set();
            widths[column] = width(headings.get(column));
        }
        this.line = 1;
    }

    void add(List<? extends @Nullable Object> row) {
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], put(column, row.get(column)));
        }
        line++;
    }

    /** Columns are as wide as what stands in them. */
    void finish() {
        for (int column = 0; column < widths.length; column++) {
            sheet.width(column, Math.min(WIDEST, Math.max(NARROWEST, widths[column] + 2)));
        }
        sheet.freezePane(0, 1);
    }

    /** Puts a value into its cell; the answer is how many letters wide it stands there. */
    private int put(int column, @Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Number number) {
            sheet.value(line, column, number);
            return number.toString().length();
        }
        if (value instanceof LocalDate day) {
            sheet.value(line, column, day);
            sheet.style(line, column).format(DAY).set();
            return DAY.length();
        }
        if (value instanceof OffsetDateTime time) {
            return put(column, time.toInstant());
        }
        if (value instanceof Instant instant) {
            sheet.value(line, column, LocalDateTime.ofInstant(instant, ChineseTime.CHINA));
            sheet.style(line, column).format(MINUTE).set();
            return MINUTE.length();
        }
        String text = text(value);
        sheet.value(line, column, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return width(text);
    }

    private static String text(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "是" : "否";
        }
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining("、"))
                : value.toString();
    }

    /** A Chinese character is as wide as two others. */
    private static int width(String text) {
        return text.lines()
                .mapToInt(line -> line.chars().map(it -> it < 0x2e80 ? 1 : 2).sum())
                .max()
                .orElse(0);
    }
}
