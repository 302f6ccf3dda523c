package dev.whistle.engine;

import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;

/**
 * When a process ends its history gets the date on which it may be removed. The engine stamps thirteen tables, whatever
 * the history level; ours writes to four of them and to the instances themselves, which are always stamped.
 */
final class CaseHistoryEvents extends CacheAwareHistoryEventProducer {

    private static final Set<String> WRITTEN = Stream.of(
                    HistoricActivityInstanceEventEntity.class,
                    HistoricTaskInstanceEventEntity.class,
                    HistoricIncidentEventEntity.class,
                    UserOperationLogEntryEventEntity.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    protected void addRemovalTimeToHistoricProcessInstances(String rootProcessInstanceId, Date removalTime) {
        Context.getCommandContext()
                .getHistoricProcessInstanceManager()
                .addRemovalTimeToProcessInstancesByRootProcessInstanceId(
                        rootProcessInstanceId, removalTime, null, WRITTEN);
    }
}
