package dev.whistle.engine;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which clocks the models of running cases have a timer for. */
@Component
public class RungModels {

    private static final Pattern ASKED =
            Pattern.compile("clocks\\.rungs\\(\\s*execution\\s*,\\s*'([^']+)'\\s*(?:,\\s*'([^']*)'\\s*)?\\)");

    private final ProcessEngine engine;
    private final JdbcClient db;
    private final Unrestricted unrestricted;

    RungModels(@Lazy ProcessEngine engine, JdbcClient db, Unrestricted unrestricted) {
        this.engine = engine;
        this.db = db;
        this.unrestricted = unrestricted;
    }

    /**
     * A timer that a model has for a clock of a case that is running.
     *
     * @param event the event that the timer triggers
     */
    public record Asked(
            String caseNo, String kind, String occasion, String instance, String definition, String event) {}

    /**
     * The timers that the models of these cases have. Where the model computes the occasion, nothing is known of it.
     */
    public List<Asked> of(Collection<String> caseNos) {
        return db
                .sql("""
                        select e.business_key_, e.id_, e.proc_def_id_, d.act_id_, d.job_configuration_
                        from public.act_ru_execution e join public.act_ru_jobdef d on d.proc_def_id_ = e.proc_def_id_
                        where e.parent_id_ is null and e.business_key_ in (:cases)
                            and d.job_configuration_ like '%clocks.rungs(%'""")
                .param("cases", caseNos)
                .query((row, number) -> asked(
                        row.getString("business_key_"),
                        row.getString("id_"),
                        row.getString("proc_def_id_"),
                        row.getString("act_id_"),
                        ASKED.matcher(row.getString("job_configuration_"))))
                .list()
                .stream()
                .filter(it -> !it.kind().isEmpty())
                .toList();
    }

    private static Asked asked(String caseNo, String instance, String definition, String event, Matcher written) {
        boolean known = written.find();
        @Nullable String occasion = known ? written.group(2) : null;
        return new Asked(
                caseNo, known ? written.group(1) : "", occasion == null ? "" : occasion, instance, definition, event);
    }

    /** Whether the case is just now where the timer is to run. */
    public boolean active(Asked timer) {
        return unrestricted.run(() -> {
            ProcessDefinitionEntity definition = ((ProcessEngineConfigurationImpl)
                            Context.getProcessEngineConfiguration())
                    .getDeploymentCache()
                    .findDeployedProcessDefinitionById(timer.definition());
            ScopeImpl scope = definition.findActivity(timer.event()).getEventScope();
            return scope == definition || isIn(timer.instance(), scope.getId());
        });
    }

    private boolean isIn(String instance, String scope) {
        @Nullable ActivityInstance tree = engine.getRuntimeService().getActivityInstance(instance);
        return tree != null && tree.getActivityInstances(scope).length > 0;
    }
}
