package dev.whistle.scale;

import dev.whistle.tally.CountedAgain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills a PostgreSQL with as many cases as a large district has, as the application would have left them: with units,
 * clocks, who held them, particulars, links, rungs of the ladder, referrals, weeks of patrols, and with the tallies of all
 * that. What is random is so by a seed: it is the same each time. What no figure of the board comes from is left out
 * (timelines, people, documents, the engine's own tables).
 */
final class Load {

    private final DataSource database;
    private final Instant now;
    private int cases;

    /** @param now what time it is in the cases; nothing happened later */
    Load(DataSource database, Instant now) {
        this.database = database;
        this.now = now;
        run(List.of(
                "alter system set autovacuum = off", // it is vacuumed when it is full
                "alter system set full_page_writes = off",
                "alter system set max_wal_size = '8GB'",
                "select pg_reload_conf()"));
    }

    /** Open cases, the oldest two months old. */
    Load open(int count) {
        return cases(count, true, "60 days", "0 days");
    }

    /**
     * Closed cases, evenly over a time, the earlier ones first.
     *
     * @param oldest how long ago the first was closed, as an interval of PostgreSQL
     * @param latest how long ago the last was
     */
    Load closed(int count, String oldest, String latest) {
        return cases(count, false, oldest, latest);
    }

    /** Weeks of patrols that ended between then and then. */
    Load patrols(String oldest, String latest) {
        run("patrols.sql", oldest, latest, false, 0, 0);
        return this;
    }

    /** Counts all of it anew, with what today's night has not folded yet, and lets the database look at what it has. */
    void counted() {
        JdbcTemplate db = new JdbcTemplate(database);
        db.execute("truncate whistle.tally");
        CountedAgain.into("whistle.tally", db);
        run("today.sql", "0 days", "0 days", false, 0, 0);
        db.execute("vacuum analyze");
    }

    /** Takes all cases away. */
    void clear() {
        run(List.of(
                "set session_replication_role = replica",
                "truncate whistle.case_clock cascade",
                "truncate whistle.sanction cascade",
                "truncate whistle.case_hold, whistle.case_unit, whistle.case_particular, whistle.case_link,"
                        + " whistle.referral, whistle.patrol_week, whistle.tally",
                "delete from whistle.case_file",
                "vacuum full whistle.case_file"));
        cases = 0;
    }

    private Load cases(int count, boolean open, String oldest, String latest) {
        run("cases.sql", oldest, latest, open, cases + 1, cases + count);
        cases += count;
        return this;
    }

    private void run(String script, String oldest, String latest, boolean open, int first, int last) {
        String filled = text(script)
                .replaceAll("(?m)^ *--.*$", "")
                .replace("{now}", "timestamptz '" + now + "'")
                .replace("{oldest}", "interval '" + oldest + "'")
                .replace("{latest}", "interval '" + latest + "'")
                .replace("{open}", Boolean.toString(open))
                .replace("{first}", Integer.toString(first))
                .replace("{last}", Integer.toString(last));
        run(Arrays.stream(("set session_replication_role = replica; select setseed(0.5);" + filled).split(";"))
                .filter(it -> !it.isBlank())
                .toList());
    }

    /** Foreign keys hold, and are not looked up for each row. */
    private void run(List<String> statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
            statement.execute("set session_replication_role = origin"); // the connection goes back to the pool
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String text(String script) {
        try {
            return new ClassPathResource("scale/" + script).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
