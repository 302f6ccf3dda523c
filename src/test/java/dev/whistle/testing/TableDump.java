package dev.whistle.testing;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything a schema's tables hold, as text, to look for what must not be there. */
public final class TableDump {

    private TableDump() {}

    /**
     * @param schema in any case, e.g. {@code whistle}
     * @param tables how the tables' names begin, in any case; empty for all
     */
    public static String of(JdbcTemplate jdbc, String schema, String tables) {
        List<String> names = jdbc.queryForList("""
                select table_name from information_schema.tables
                where lower(table_schema) = lower(?) and lower(table_name) like lower(?) and table_type = 'BASE TABLE'
                order by table_name""", String.class, schema, tables + "%");
        if (names.isEmpty()) {
            throw new IllegalStateException("no tables " + schema + "." + tables + "*");
        }
        return names.stream()
                .map(name -> name + "\n"
                        + String.join(
                                "\n",
                                jdbc.query("select * from %s.\"%s\"".formatted(schema, name), (row, n) -> line(row))))
                .collect(Collectors.joining("\n"));
    }

    private static String line(ResultSet row) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            line.append('|').append(text(row, column));
        }
        return line.toString();
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return switch (row.getMetaData().getColumnType(column)) {
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> {
                byte[] bytes = row.getBytes(column);
                yield bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
            }
            default -> String.valueOf(row.getString(column));
        };
    }
}
