package dev.whistle.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;

/**
 * A list as a spreadsheet (.xlsx). Its rows are records that say by {@link Heading} what officers call them and their
 * columns. Days and times are such, in China's time; text is text, whatever it begins with.
 */
public final class Sheet {

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
            Lines lines = new Lines(
                    book.newWorksheet(heading(rowType)),
                    columns.stream().map(Column::heading).toList());
            for (Object row : rows) {
                lines.add(columns.stream().map(it -> it.value().apply(row)).collect(Collectors.toList()));
            }
            lines.finish();
        }
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
