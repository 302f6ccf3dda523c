package dev.whistle.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.jspecify.annotations.Nullable;

/**
 * What the engine remembers: activities, who did what with the engine, incidents and decisions. Never variables: a
 * case's data lives in our tables, and a person's data nowhere in the engine's.
 */
final class CaseHistory extends AbstractHistoryLevel {

    static final String NAME = "case";
    private static final int ID = 11;
    private static final Set<String> KEPT = Set.of("user-operation-log", "incident", "decision");

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        return HistoryLevel.HISTORY_LEVEL_ACTIVITY.isHistoryEventProduced(type, entity)
                || KEPT.contains(type.getEntityType());
    }
}
