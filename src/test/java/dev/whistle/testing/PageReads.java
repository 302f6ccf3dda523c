package dev.whistle.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whistle.testing.Statements.Sent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
        return each(sent).stream().mapToLong(Read::pages).sum();
    }

    /** Of each statement by itself, those that read. */
    public List<Read> each(List<Sent> sent) {
        try (Connection connection = database.getConnection()) {
            List<Read> reads = new ArrayList<>();
            for (Sent each : sent) {
                if (reads(each.sql())) {
                    reads.add(explained(connection, each));
                }
            }
            return reads;
        } catch (SQLException | JsonProcessingException | ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /**
     * What a statement read.
     *
     * @param pages from memory or disk
     * @param milliseconds that it took, without those of making the plan
     * @param plan the plan's uppermost node, and by what its rows were found
     */
    public record Read(String sql, long pages, double milliseconds, String plan) {}

    private static boolean reads(String sql) {
        return sql.strip().toLowerCase(Locale.ROOT).matches("(?s)(select|with|\\().*")
                && !sql.toLowerCase(Locale.ROOT).contains("for update");
    }

    private static Read explained(Connection connection, Sent sent)
            throws SQLException, JsonProcessingException, ReflectiveOperationException {
        try (PreparedStatement statement =
                connection.prepareStatement("explain (analyze, buffers, timing off, format json) " + sent.sql())) {
            for (ParameterSetOperation set : sent.values()) {
                set.getMethod().invoke(statement, set.getArgs());
            }
            try (ResultSet plan = statement.executeQuery()) {
                plan.next();
                JsonNode explained = JSON.readTree(plan.getString(1)).get(0);
                JsonNode top = explained.path("Plan");
                Set<String> scans = new LinkedHashSet<>();
                scans(top, scans);
                return new Read(
                        sent.sql(),
                        top.path("Shared Hit Blocks").asLong()
                                + top.path("Shared Read Blocks").asLong(),
                        explained.path("Execution Time").asDouble(),
                        top.path("Node Type").asText() + ": " + String.join(", ", scans));
            }
        }
    }

    private static void scans(JsonNode node, Set<String> scans) {
        if (node.has("Index Name")) {
            scans.add(node.path("Node Type").asText() + " "
                    + node.path("Index Name").asText());
        } else if (node.has("Relation Name")) {
            scans.add(node.path("Node Type").asText() + " "
                    + node.path("Relation Name").asText());
        }
        node.path("Plans").forEach(it -> scans(it, scans));
    }
}
