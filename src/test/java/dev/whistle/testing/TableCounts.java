package dev.whistle.testing;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many rows every table has, the engine's and ours: what was refused must have changed none. */
public final class TableCounts {

    private TableCounts() {}

    /** Row counts by table. */
    public static Map<String, Long> of(JdbcTemplate db) {
        Map<String, Long> counts = new TreeMap<>();
        db.query(
                """
                select table_schema, table_name from information_schema.tables
                where table_type = 'BASE TABLE'
                    and (lower(table_schema) = 'whistle' or lower(table_name) like 'act\\_%' escape '\\')""",
                row -> {
                    String table = row.getString(1) + ".\"" + row.getString(2) + "\"";
                    counts.put(table, db.queryForObject("select count(*) from " + table, Long.class));
                });
        return counts;
    }
}
