package dev.whistle.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whistle.testing.Statements.Sent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;

/**
 * How many pages PostgreSQL reads, from memory or disk, to answer what an act asks: the statements that it sent, with
 * their values, run once more by {@code EXPLAIN (ANALYZE, BUFFERS)}.
 */
public final class PageReads {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource database;

    public PageReads(DataSource database) {
        this.database = database;
    }

    /** Of all statements of this act that read; what it writes is left out. */
    public long of(Runnable act) {
        Statements statements = new Statements();
        statements.add(act);
        return of(statements.sent());
    }

    public long of(List<Sent> sent) {
        try (Connection connection = database.getConnection()) {
            long pages = 0;
            for (Sent each : sent) {
                if (reads(each.sql())) {
                    pages += explained(connection, each);
                }
            }
            return pages;
        } catch (SQLException | JsonProcessingException | ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean reads(String sql) {
        return sql.strip().toLowerCase(Locale.ROOT).matches("(?s)(select|with|\\().*")
                && !sql.toLowerCase(Locale.ROOT).contains("for update");
    }

    private static long explained(Connection connection, Sent sent)
            throws SQLException, JsonProcessingException, ReflectiveOperationException {
        try (PreparedStatement statement =
                connection.prepareStatement("explain (analyze, buffers, timing off, format json) " + sent.sql())) {
            for (ParameterSetOperation set : sent.values()) {
                set.getMethod().invoke(statement, set.getArgs());
            }
            try (ResultSet plan = statement.executeQuery()) {
                plan.next();
                JsonNode top = JSON.readTree(plan.getString(1)).get(0).path("Plan");
                return top.path("Shared Hit Blocks").asLong()
                        + top.path("Shared Read Blocks").asLong();
            }
        }
    }
}
