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
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/**
 * What an act sends to the database. Only the thread that acts is counted, so that timers and other tests in the same
 * context do not disturb. A JDBC batch is one statement: it is one round trip, whoever sends it.
 */
public final class Statements {

    private static final ThreadLocal<Statements> COUNTING = new ThreadLocal<>();

    private final List<String> sql = new ArrayList<>();
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
        return List.copyOf(sql);
    }

    public int count() {
        return sql.size();
    }

    public int commits() {
        return commits;
    }

    private static final class OfStatements implements QueryExecutionListener {

        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            // counted when it is done
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            Statements counting = COUNTING.get();
            if (counting != null && !queries.isEmpty()) {
                counting.sql.add(queries.get(0).getQuery());
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
