package dev.whistle.engine;

import dev.whistle.transaction.PerTransaction;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Decision tables that Java asks: those that have one row for each value of their one input, and, by all of its inputs,
 * any other.
 */
@Component
public class Tables {

    private final RepositoryService models;
    private final DecisionService decisions;
    private final Unrestricted engine;

    /** A version of a table never changes: read once, by the id of its version. */
    private final Map<String, Map<String, TableRow>> known = new ConcurrentHashMap<>();

    /** Answers of tables with several inputs, by the id of the version and what was asked. */
    private final Map<Asked, Optional<TableRow>> answers = new ConcurrentHashMap<>();

    /** The newest versions of all tables, which a transaction asks for once. */
    private final PerTransaction<Map<String, DecisionDefinition>> versions = new PerTransaction<>(HashMap::new);

    Tables(@Lazy RepositoryService models, @Lazy DecisionService decisions, Unrestricted engine) {
        this.models = models;
        this.decisions = decisions;
        this.engine = engine;
    }

    /** The row of this key in the newest version of a table; empty if it has none. */
    public Optional<TableRow> row(String table, String key) {
        return Optional.ofNullable(rowsByKey(table).get(key));
    }

    /** The rows of the newest version of a table, in its order; none before the first start has deployed it. */
    public List<TableRow> rows(String table) {
        return List.copyOf(rowsByKey(table).values());
    }

    /**
     * What the newest version of a table gives for these inputs; empty where no row meets them. What was once asked is
     * not computed again: hand over only what takes few values.
     *
     * @param inputs by the names of the table's inputs; one whose value is not known is null
     */
    public Optional<TableRow> row(String table, Map<String, @Nullable Object> inputs) {
        return engine.run(() -> newest(table)
                .flatMap(it -> answers.computeIfAbsent(new Asked(it.getId(), inputs), asked -> decide(it, inputs))));
    }

    /** Id of the newest version of a table; empty before the first start has deployed it. */
    public Optional<String> newestVersion(String table) {
        return engine.run(() -> newest(table).map(DecisionDefinition::getId));
    }

    /** Tables were deployed in the running transaction: what it asked before is asked again. */
    void deployed() {
        versions.get().clear();
    }

    private record Asked(String version, Map<String, @Nullable Object> inputs) {}

    private Optional<TableRow> decide(DecisionDefinition table, Map<String, @Nullable Object> inputs) {
        return decisions.evaluateDecisionTableById(table.getId(), inputs).getResultList().stream()
                .findFirst()
                .map(found -> new TableRow(table.getKey(), table.getVersion(), found));
    }

    private Map<String, TableRow> rowsByKey(String table) {
        return engine.run(() -> newest(table)
                .map(it -> known.computeIfAbsent(it.getId(), id -> read(it)))
                .orElse(Map.of()));
    }

    private Optional<DecisionDefinition> newest(String table) {
        Map<String, DecisionDefinition> tables = versions.get();
        if (tables.isEmpty()) {
            models.createDecisionDefinitionQuery().latestVersion().list().forEach(it -> tables.put(it.getKey(), it));
        }
        return Optional.ofNullable(tables.get(table));
    }

    private Map<String, TableRow> read(DecisionDefinition table) {
        var model = models.getDmnModelInstance(table.getId());
        String input = model.getModelElementsByType(Input.class)
                .iterator()
                .next()
                .getInputExpression()
                .getText()
                .getTextContent()
                .strip();
        Map<String, TableRow> rows = new LinkedHashMap<>();
        for (Rule rule : model.getModelElementsByType(Rule.class)) {
            String key = rule.getInputEntries()
                    .iterator()
                    .next()
                    .getTextContent()
                    .replace('"', ' ')
                    .strip();
            DmnDecisionRuleResult found = decisions
                    .evaluateDecisionTableById(
                            table.getId(), Variables.createVariables().putValue(input, key))
                    .getSingleResult();
            rows.put(key, new TableRow(key, table.getVersion(), found.getEntryMap()));
        }
        return rows;
    }
}
