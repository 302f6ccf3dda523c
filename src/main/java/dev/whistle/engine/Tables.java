package dev.whistle.engine;

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
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Decision tables that several procedures use and that have one row for each value of their one input. */
@Component
public class Tables {

    private final RepositoryService models;
    private final DecisionService decisions;
    private final Unrestricted engine;

    /** A version of a table never changes: read once, by the id of its version. */
    private final Map<String, Map<String, TableRow>> known = new ConcurrentHashMap<>();

    Tables(@Lazy RepositoryService models, @Lazy DecisionService decisions, Unrestricted engine) {
        this.models = models;
        this.decisions = decisions;
        this.engine = engine;
    }

    /** The row of this key in the newest version of a table; empty if it has none. */
    public Optional<TableRow> row(String table, String key) {
        return Optional.ofNullable(newest(table).get(key));
    }

    /** The rows of the newest version of a table, in its order; none before the first start has deployed it. */
    public List<TableRow> rows(String table) {
        return List.copyOf(newest(table).values());
    }

    private Map<String, TableRow> newest(String table) {
        return engine.run(() -> Optional.ofNullable(models.createDecisionDefinitionQuery()
                        .decisionDefinitionKey(table)
                        .latestVersion()
                        .singleResult())
                .map(it -> known.computeIfAbsent(it.getId(), id -> read(it)))
                .orElse(Map.of()));
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
