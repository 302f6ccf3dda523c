package dev.whistle.engine;

import dev.whistle.organisation.Access;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everything this product changes in the engine, in one list. */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<Access> access;

    EnginePlugin(ObjectProvider<Access> access) {
        this.access = access;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(new ArrayList<>(List.of(new CaseHistory())));
        engine.setResourceAuthorizationProvider(new TaskGrants(access));
    }
}
