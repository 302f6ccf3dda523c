package dev.whistle.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of one of {@link Tables}: what its key gives, by the names of the table's outputs. */
public final class TableRow {

    private final String key;
    private final int version;
    private final Map<String, Object> outputs;

    TableRow(String key, int version, Map<String, Object> outputs) {
        this.key = key;
        this.version = version;
        this.outputs = outputs;
    }

    public String key() {
        return key;
    }

    /** The version of the table that the row stands in. */
    public int version() {
        return version;
    }

    /** A text, empty where the cell is. */
    public String text(String output) {
        Object value = outputs.get(output);
        return value == null ? "" : value.toString();
    }

    /** @throws IllegalStateException if the cell holds no number: a fault of the table's */
    public int number(String output) {
        if (value(output) instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalStateException("row " + key + " has no number in " + output);
    }

    /** Whether the cell says true. */
    public boolean flag(String output) {
        return Boolean.TRUE.equals(value(output));
    }

    private @Nullable Object value(String output) {
        return outputs.get(output);
    }
}
