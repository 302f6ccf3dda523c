package dev.whistle.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
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
        return extended(extension, () -> super.list(filterId, extension));
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q extension, int first, int max) {
        return extended(extension, () -> super.listPage(filterId, extension, first, max));
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extension) {
        return extended(extension, () -> super.singleResult(filterId, extension));
    }

    @Override
    public Long count(String filterId, Query<?, ?> extension) {
        return extended(extension, () -> super.count(filterId, extension));
    }

    private <R> R extended(Query<?, ?> extension, Supplier<R> run) {
        return commandExecutor.execute(context -> {
            Outside.caller(context).ifPresent(caller -> QueryExpressions.refuse(extension));
            return run.get();
        });
    }
}
