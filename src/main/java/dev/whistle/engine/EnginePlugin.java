package dev.whistle.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Everything this product changes in the engine, in one list. */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(new ArrayList<>(List.of(new CaseHistory())));
        engine.setFilterService(new GuardedFilters());
        // "Pre" stands outside the transaction, "post" inside it.
        engine.setCustomPreCommandInterceptorsTxRequired(
                new ArrayList<>(List.of(new Retry(), new JobFailures.Executing())));
        engine.setCustomPostCommandInterceptorsTxRequired(new ArrayList<>(List.of(new Hardening())));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory(JobFailures.storing(engine.getFailedJobCommandFactory()));
    }
}
