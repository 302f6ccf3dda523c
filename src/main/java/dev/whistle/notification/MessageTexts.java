package dev.whistle.notification;

import dev.whistle.casefile.CaseFacts;
import dev.whistle.engine.Unrestricted;
import dev.whistle.transaction.PerTransaction;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The texts of messages by the newest version of {@code messages.dmn}. */
@Component
class MessageTexts {

    static final String TABLE = "messages";

    /** A transaction asks once which version is the newest. */
    private final PerTransaction<AtomicReference<@Nullable MessageTable>> asked =
            new PerTransaction<>(AtomicReference::new);

    private final Map<String, MessageTable> known = new ConcurrentHashMap<>();
    private final RepositoryService models;
    private final Unrestricted engine;
    private final CaseFacts facts;

    MessageTexts(@Lazy RepositoryService models, Unrestricted engine, CaseFacts facts) {
        this.models = models;
        this.engine = engine;
        this.facts = facts;
    }

    /** What is said of this event on this channel. */
    MessageText of(String event, Channel channel) {
        return table().find(event, channel)
                .orElseThrow(
                        () -> new IllegalStateException("messages.dmn has no row for " + event + " by " + channel));
    }

    /**
     * The newest table, checked.
     *
     * @throws BadMessagesException if it cannot be used
     */
    MessageTable table() {
        AtomicReference<@Nullable MessageTable> kept = asked.get();
        MessageTable table = kept.get();
        if (table == null) {
            table = engine.run(this::read);
            kept.set(table);
        }
        return table;
    }

    /** Whether a table is deployed; only a first start whose own was refused has none. */
    boolean areThere() {
        return engine.run(() -> newest() != null);
    }

    private MessageTable read() {
        DecisionDefinition definition = newest();
        if (definition == null) {
            throw new IllegalStateException("the table " + TABLE + " is not deployed");
        }
        return known.computeIfAbsent(definition.getId(), id -> MessageTable.of(models.getDmnModelInstance(id), facts));
    }

    private @Nullable DecisionDefinition newest() {
        return models.createDecisionDefinitionQuery()
                .decisionDefinitionKey(TABLE)
                .latestVersion()
                .singleResult();
    }
}
