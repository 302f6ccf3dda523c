package dev.whistle.testing;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * What an act sends to the database. Only the thread that acts is counted, so that timers and other tests in the same
 * context do not disturb. A JDBC batch is one statement: it is one round trip, whoever sends it.
 */
public final class Statements {

    private static final ThreadLocal<Statements> COUNTING = new ThreadLocal<>();

    private final List<Sent> sent = new ArrayList<>();
    private int commits;

    /** A database whose statements can be counted. */
    public static DataSource counted(DataSource database) {
        return ProxyDataSourceBuilder.create(database)
                .listener(new OfStatements())
                .methodListener(new OfCommits())
                .build();
    }

    /** Counts what this act sends, on top of what was counted before. */
    public void add(Runnable act) {
        COUNTING.set(this);
        try {
            act.run();
        } finally {
            COUNTING.remove();
        }
    }

    /** All statements in their order. */
    public List<String> sql() {
        return sent.stream().map(Sent::sql).toList();
    }

    /** The same with the values that were filled in. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    public int count() {
        return sent.size();
    }

    public int commits() {
        return commits;
    }

    /**
     * A statement.
     *
     * @param values what was filled in; of a batch its first
     */
    public record Sent(String sql, List<ParameterSetOperation> values) {}

    private static final class OfStatements implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            // counted when it is done
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            Statements counting = COUNTING.get();
            if (counting != null && !queries.isEmpty()) {
                QueryInfo query = queries.get(0);
                List<List<ParameterSetOperation>> batch = query.getParametersList();
                counting.sent.add(new Sent(query.getQuery(), batch.isEmpty() ? List.of() : List.copyOf(batch.get(0))));
            }
        }
    }

    private static final class OfCommits implements MethodExecutionListener {

        @Override
        public void beforeMethod(MethodExecutionContext call) {
            // counted when it is done
        }

        @Override
        public void afterMethod(MethodExecutionContext call) {
            Statements counting = COUNTING.get();
            if (counting != null
                    && call.getTarget() instanceof Connection
                    && call.getMethod().getName().equals("commit")) {
                counting.commits++;
            }
        }
    }
}
