package dev.whistle.document;

import dev.whistle.engine.Unrestricted;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads from {@code letters.dmn} which letters there are. */
@Component
class LetterTable {

    private static final String TABLE = "letters";

    private final RepositoryService models;
    private final DecisionService decisions;
    private final Unrestricted engine;
    private final Map<String, Letter> known = new ConcurrentHashMap<>();

    LetterTable(@Lazy RepositoryService models, @Lazy DecisionService decisions, Unrestricted engine) {
        this.models = models;
        this.decisions = decisions;
        this.engine = engine;
    }

    /** The letters of the table's newest version, in its order. */
    List<Letter> all() {
        return engine.run(() -> {
            DecisionDefinition table = newest();
            return models.getDmnModelInstance(table.getId()).getModelElementsByType(Rule.class).stream()
                    .map(rule -> rule.getInputEntries().iterator().next().getTextContent())
                    .map(id -> find(table, id.strip().replace("\"", "")))
                    .toList();
        });
    }

    /**
     * The letter of this id by the newest version of the table.
     *
     * @throws IllegalArgumentException if the table has no such row: a fault of the model's
     */
    Letter of(String id) {
        return engine.run(() -> find(newest(), id));
    }

    private DecisionDefinition newest() {
        DecisionDefinition table = models.createDecisionDefinitionQuery()
                .decisionDefinitionKey(TABLE)
                .latestVersion()
                .singleResult();
        if (table == null) {
            throw new IllegalStateException("the table " + TABLE + " is not deployed");
        }
        return table;
    }

    private Letter find(DecisionDefinition table, String id) {
        return known.computeIfAbsent(table.getId() + "/" + id, key -> read(table, id));
    }

    private Letter read(DecisionDefinition table, String id) {
        DmnDecisionRuleResult row = decisions
                .evaluateDecisionTableById(
                        table.getId(), Variables.createVariables().putValue("letter", id))
                .getSingleResult();
        if (row == null) {
            throw new IllegalArgumentException("the table " + TABLE + " has no letter " + id);
        }
        return new Letter(
                id,
                row.getEntry("name"),
                row.getEntry("procedure"),
                row.getEntry("numberWord"),
                row.getEntry("template"),
                row.getEntry("addressee"),
                row.getEntry("clause"));
    }
}
