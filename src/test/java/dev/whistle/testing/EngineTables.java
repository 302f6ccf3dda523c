package dev.whistle.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything the engine has written, as text: to look for what must not be there. */
public final class EngineTables {

    private EngineTables() {}

    /** Rows of all {@code ACT_*} tables that hold this text in any column, byte arrays included. */
    public static List<String> rowsWith(JdbcTemplate db, String text) {
        return tables(db).stream()
                .flatMap(table -> db.queryForList("select * from " + table).stream()
                        .filter(row -> row.values().stream()
                                .anyMatch(value -> asText(value).contains(text)))
                        .map(row -> table + " " + shown(row)))
                .toList();
    }

    private static List<String> tables(JdbcTemplate db) {
        return db.queryForList(
                "select table_name from information_schema.tables where lower(table_name) like 'act\\_%' escape '\\'",
                String.class);
    }

    private static String asText(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }

    private static String shown(Map<String, Object> row) {
        return row.entrySet().stream()
                .flatMap(it -> Stream.ofNullable(it.getValue()).map(value -> it.getKey() + "=" + asText(value)))
                .collect(Collectors.joining(", "));
    }
}
