package dev.whistle.tally;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What was counted bit by bit, counted again from what happened: by the statements that an old installation's figures
 * come from when it becomes a new one.
 */
public final class CountedAgain {

    private static final String BEGIN = "-- Whatever happened before.";

    private CountedAgain() {}

    /** What all cases come to that there are. */
    public static List<Tally> of(JdbcTemplate db) {
        db.execute("create table whistle.tally_again (of_month date, measure varchar(20), procedure varchar(64),"
                + " unit varchar(64), company varchar(64), item varchar(100), n bigint, fold varchar(36))");
        try {
            into("whistle.tally_again", db);
            return in("whistle.tally_again", db);
        } finally {
            db.execute("drop table whistle.tally_again");
        }
    }

    /** What was counted bit by bit, companies told apart. */
    public static List<Tally> bitByBit(JdbcTemplate db) {
        return in("whistle.tally", db);
    }

    private static List<Tally> in(String table, JdbcTemplate db) {
        return db.query(
                "select of_month, measure, procedure, unit, company, item, sum(n) as n from " + table
                        + " group by of_month, measure, procedure, unit, company, item having sum(n) <> 0",
                (row, number) -> new Tally(
                        YearMonth.from(row.getObject("of_month", LocalDate.class)),
                        Measure.valueOf(row.getString("measure")),
                        row.getString("procedure"),
                        row.getString("unit"),
                        row.getString("company"),
                        row.getString("item"),
                        row.getLong("n")));
    }

    /** Fills a table with what all cases come to that there are. */
    public static void into(String table, JdbcTemplate db) {
        statements(table).forEach(db::execute);
    }

    private static List<String> statements(String table) {
        try {
            String migration =
                    new ClassPathResource("db/migration/V28__tally.sql").getContentAsString(StandardCharsets.UTF_8);
            String again = migration
                    .substring(migration.indexOf(BEGIN) + BEGIN.length())
                    .replaceAll("(?m)^--.*$", "")
                    .replace("insert into whistle.tally ", "insert into " + table + " ");
            return Arrays.stream(again.split(";")).filter(it -> !it.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
