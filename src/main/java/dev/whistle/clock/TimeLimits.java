package dev.whistle.clock;

import dev.whistle.engine.Unrestricted;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
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

    private TimeLimit find(String kind) {
        DecisionDefinition table = models.createDecisionDefinitionQuery()
                .decisionDefinitionKey(TABLE)
                .latestVersion()
                .singleResult();
        if (table == null) {
            throw new IllegalStateException("the table " + TABLE + " is not deployed");
        }
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
                row.getEntry("clause"),
                row.<Number>getEntry("budget").intValue(),
                TimeUnit.valueOf(row.getEntry("unit")),
                Effect.valueOf(row.getEntry("effect")),
                table.getVersion());
    }
}
