package dev.whistle.clock;

import dev.whistle.engine.Unrestricted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads statutory and other periods from {@code time-limits.dmn}: the numbers stand there and nowhere else. */
@Component
class TimeLimits {

    private static final String TABLE = "time-limits";

    private final RepositoryService models;
    private final DecisionService decisions;
    private final Unrestricted engine;
    private final Map<String, TimeLimit> known = new ConcurrentHashMap<>();

    TimeLimits(@Lazy RepositoryService models, @Lazy DecisionService decisions, Unrestricted engine) {
        this.models = models;
        this.decisions = decisions;
        this.engine = engine;
    }

    /**
     * The limit of this kind by the newest version of the table.
     *
     * @throws UnknownTimeLimitException if the table has no such row
     */
    TimeLimit of(String kind) {
        return engine.run(() -> find(kind));
    }

    /** All limits of the newest version of the table; none before the application's first start has deployed it. */
    List<TimeLimit> all() {
        return engine.run(() -> table().map(this::rows).orElse(List.of()));
    }

    private TimeLimit find(String kind) {
        DecisionDefinition table =
                table().orElseThrow(() -> new IllegalStateException("the table " + TABLE + " is not deployed"));
        return row(table, kind);
    }

    private Optional<DecisionDefinition> table() {
        return Optional.ofNullable(models.createDecisionDefinitionQuery()
                .decisionDefinitionKey(TABLE)
                .latestVersion()
                .singleResult());
    }

    private List<TimeLimit> rows(DecisionDefinition table) {
        return models.getDmnModelInstance(table.getId()).getModelElementsByType(Rule.class).stream()
                .map(rule -> rule.getInputEntries().iterator().next().getTextContent())
                .map(cell -> row(table, cell.replace('"', ' ').strip()))
                .toList();
    }

    private TimeLimit row(DecisionDefinition table, String kind) {
        return known.computeIfAbsent(table.getId() + "/" + kind, key -> read(table, kind));
    }

    private TimeLimit read(DecisionDefinition table, String kind) {
        DmnDecisionRuleResult row = decisions
                .evaluateDecisionTableById(
                        table.getId(), Variables.createVariables().putValue("kind", kind))
                .getSingleResult();
        if (row == null) {
            throw new UnknownTimeLimitException(kind);
        }
        return new TimeLimit(
                kind,
                row.getEntry("name"),
                row.getEntry("clause"),
                row.<Number>getEntry("budget").intValue(),
                TimeUnit.valueOf(row.getEntry("unit")),
                Effect.valueOf(row.getEntry("effect")),
                Reminders.of(row.<String>getEntry("reminders")),
                Boolean.TRUE.equals(row.<Boolean>getEntry("pausable")),
                row.<Number>getEntry("extendable").intValue(),
                table.getVersion());
    }
}
