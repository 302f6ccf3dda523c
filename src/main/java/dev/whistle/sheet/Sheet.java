package dev.whistle.sheet;

import dev.whistle.casefile.ChineseTime;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A list as a spreadsheet (.xlsx). Its rows are records that say by {@link Heading} what officers call them and their
 * columns. Days and times are such, in China's time; text is text, whatever it begins with.
 */
public final class Sheet {

    private static final String DAY = "yyyy-mm-dd";
    private static final String MINUTE = "yyyy-mm-dd hh:mm";
    /** As many as a cell can hold. */
    private static final int LONGEST = 32_767;

    private static final int NARROWEST = 10;
    private static final int WIDEST = 60;

    private final String title;
    private final Class<?> rowType;
    private final Collection<?> rows;

    private Sheet(String title, Class<?> rowType, Collection<?> rows) {
        this.title = title;
        this.rowType = rowType;
        this.rows = rows;
    }

    /** Whether something of this type is or carries a list that can be written. */
    public static boolean isIn(Type type) {
        return rowTypeIn(type).isPresent();
    }

    /** The list that is or is carried by a value of this type; the first one if there are several. */
    public static Sheet of(Object value, Type type) {
        Class<?> rowType = rowTypeIn(type).orElseThrow(() -> new IllegalArgumentException("no list in " + type));
        String title = value instanceof Titled titled ? titled.title() : heading(rowType);
        return new Sheet(title, rowType, rowsIn(value, type).orElse(List.of()));
    }

    /** What the list is called. */
    public String title() {
        return title;
    }

    private static String heading(Class<?> rowType) {
        return rowType.getAnnotation(Heading.class).value();
    }

    /** Writes it, with a line of headings that stays on top. */
    public void write(OutputStream out) throws IOException {
        List<Column> columns = Column.of(rowType);
        try (Workbook book = new Workbook(out, "Whistle", "1.0")) {
            Worksheet sheet = book.newWorksheet(heading(rowType));
            int[] widths = new int[columns.size()];
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(0, column, columns.get(column).heading());
                sheet.style(0, column).bold().set();
                widths[column] = width(columns.get(column).heading());
            }
            int line = 1;
            for (Object row : rows) {
                for (int column = 0; column < columns.size(); column++) {
                    Object value = columns.get(column).value().apply(row);
                    widths[column] = Math.max(widths[column], put(sheet, line, column, value));
                }
                line++;
            }
            for (int column = 0; column < widths.length; column++) {
                sheet.width(column, Math.min(WIDEST, Math.max(NARROWEST, widths[column] + 2)));
            }
            sheet.freezePane(0, 1);
        }
    }

    /** Puts a value into its cell; the answer is how many letters wide it stands there. */
    private static int put(Worksheet sheet, int line, int column, @Nullable Object value) {
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
            return put(sheet, line, column, time.toInstant());
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

    private static Optional<Class<?>> rowTypeIn(Type type) {
        if (type instanceof ParameterizedType list
                && list.getRawType() instanceof Class<?> raw
                && Collection.class.isAssignableFrom(raw)) {
            return list.getActualTypeArguments()[0] instanceof Class<?> row && row.isAnnotationPresent(Heading.class)
                    ? Optional.of(row)
                    : Optional.empty();
        }
        return parts(type).stream()
                .flatMap(it -> rowTypeIn(it.getGenericType()).stream())
                .findFirst();
    }

    private static Optional<Collection<?>> rowsIn(Object value, Type type) {
        if (value instanceof Collection<?> list) {
            return Optional.of(list);
        }
        return parts(type).stream()
                .filter(it -> rowTypeIn(it.getGenericType()).isPresent())
                .findFirst()
                .flatMap(it ->
                        Optional.ofNullable(Column.read(it, value)).flatMap(part -> rowsIn(part, it.getGenericType())));
    }

    private static List<RecordComponent> parts(Type type) {
        return type instanceof Class<?> record && record.isRecord()
                ? Arrays.asList(record.getRecordComponents())
                : List.of();
    }
}
