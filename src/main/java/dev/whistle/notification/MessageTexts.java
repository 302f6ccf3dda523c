package dev.whistle.notification;

import dev.whistle.casefile.CaseFacts;
import dev.whistle.engine.Tables;
import dev.whistle.engine.Unrestricted;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The texts of messages by the newest version of {@code messages.dmn}. */
@Component
class MessageTexts {

    static final String TABLE = "messages";

    private final Map<String, MessageTable> known = new ConcurrentHashMap<>();
    private final RepositoryService models;
    private final Tables tables;
    private final Unrestricted engine;
    private final CaseFacts facts;

    MessageTexts(@Lazy RepositoryService models, Tables tables, Unrestricted engine, CaseFacts facts) {
        this.models = models;
        this.tables = tables;
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
        String version = tables.newestVersion(TABLE)
                .orElseThrow(() -> new IllegalStateException("the table " + TABLE + " is not deployed"));
        return known.computeIfAbsent(version, this::read);
    }

    /** Whether a table is deployed; only a first start whose own was refused has none. */
    boolean areThere() {
        return tables.newestVersion(TABLE).isPresent();
    }

    private MessageTable read(String version) {
        return engine.run(() -> MessageTable.of(models.getDmnModelInstance(version), facts));
    }
}
