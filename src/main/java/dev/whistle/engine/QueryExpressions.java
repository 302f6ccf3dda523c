package dev.whistle.engine;

import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Expressions in queries run on the server with every bean in reach. The engine forbids them in queries from outside
 * but looks only at the outermost one and lets anybody store them in a filter (CVE-2026-109432, open in 7.24).
 */
final class QueryExpressions {

    /** What a stored task filter needs: the reader, the reader's groups, the time, the end of the day ({@link EndOfToday}). */
    private static final Set<String> STORED =
            Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}", "${endOfToday.get()}");

    private QueryExpressions() {}

    /** Refuses every expression. */
    static void refuse(@Nullable Query<?, ?> query) {
        check(query, Set.of());
    }

    /** Refuses every expression that is not one of those a stored filter may hold. */
    static void refuseInFilter(@Nullable Query<?, ?> query) {
        check(query, STORED);
    }

    private static void check(@Nullable Query<?, ?> query, Set<String> allowed) {
        if (query instanceof AbstractQuery<?, ?> outermost) {
            parts(outermost)
                    .flatMap(part -> part.getExpressions().values().stream())
                    .filter(expression -> !allowed.contains(expression))
                    .findAny()
                    .ifPresent(expression -> {
                        throw new Problem(Kind.INVALID, "engine.query-expression");
                    });
        }
    }

    private static Stream<AbstractQuery<?, ?>> parts(AbstractQuery<?, ?> query) {
        if (!(query instanceof TaskQueryImpl tasks)) {
            return Stream.of(query);
        }
        // The list begins with the query itself.
        List<TaskQueryImpl> alternatives = tasks.getQueries();
        if (alternatives.stream().anyMatch(it -> it != tasks && it.getQueries().size() > 1)) {
            throw new Problem(Kind.INVALID, "engine.query-nested");
        }
        return Stream.concat(Stream.of(query), alternatives.stream());
    }
}
