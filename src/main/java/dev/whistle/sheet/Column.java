package dev.whistle.sheet;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A column: its heading, and what a row has for it. */
record Column(String heading, Function<Object, @Nullable Object> value) {

    /** The columns of a record, in the order of its components; those of a part that is written as its own are its own. */
    static List<Column> of(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).flatMap(Column::of).toList();
    }

    private static Stream<Column> of(RecordComponent component) {
        Function<Object, @Nullable Object> value = row -> read(component, row);
        if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
            return of(component.getType()).stream()
                    .map(inner -> new Column(inner.heading(), row -> {
                        Object part = value.apply(row);
                        return part == null ? null : inner.value().apply(part);
                    }));
        }
        Heading heading = component.getAnnotation(Heading.class);
        return heading == null ? Stream.empty() : Stream.of(new Column(heading.value(), value));
    }

    static @Nullable Object read(RecordComponent component, Object row) {
        try {
            component.getAccessor().setAccessible(true); // rows are their package's own
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
