package dev.whistle.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;

/** Task filters whose expressions, and those of the queries that extend them, are looked at before they run. */
final class GuardedFilters extends FilterServiceImpl {

    @Override
    public Filter saveFilter(Filter filter) {
        return commandExecutor.execute(context -> {
            Outside.caller(context).ifPresent(caller -> QueryExpressions.refuseInFilter(filter.getQuery()));
            return super.saveFilter(filter);
        });
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extension) {
        return extended(
                extension,
                () -> this.<T>sorted(filterId, extension)
                        .map(Query::list)
                        .orElseGet(() -> super.list(filterId, extension)));
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q extension, int first, int max) {
        return extended(
                extension,
                () -> this.<T>sorted(filterId, extension)
                        .map(it -> it.listPage(first, max))
                        .orElseGet(() -> super.listPage(filterId, extension, first, max)));
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extension) {
        return extended(extension, () -> super.singleResult(filterId, extension));
    }

    @Override
    public Long count(String filterId, Query<?, ?> extension) {
        return extended(extension, () -> super.count(filterId, extension));
    }

    /**
     * What the list finds, sorted as the reader wants it. The engine would sort by what is stored with the list first, so
     * that who chooses another order in Tasklist would see no change. Empty where the reader wants none.
     */
    private <T> Optional<Query<?, T>> sorted(String filterId, Query<?, T> extension) {
        if (!(extension instanceof TaskQueryImpl wanted)
                || wanted.getOrderingProperties().isEmpty()) {
            return Optional.empty();
        }
        List<QueryOrderingProperty> order = List.copyOf(wanted.getOrderingProperties());
        wanted.validate();
        TaskQueryImpl query = getFilter(filterId).extend(wanted).getQuery();
        query.setOrderingProperties(new ArrayList<>(order));
        query.initializeFormKeys();
        @SuppressWarnings("unchecked") // a task filter's query finds tasks
        Query<?, T> tasks = (Query<?, T>) (Query<?, ?>) query;
        return Optional.of(tasks);
    }

    private <R> R extended(Query<?, ?> extension, Supplier<R> run) {
        return commandExecutor.execute(context -> {
            Outside.caller(context).ifPresent(caller -> QueryExpressions.refuse(extension));
            return run.get();
        });
    }
}
