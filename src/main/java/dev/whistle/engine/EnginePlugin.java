package dev.whistle.engine;

import dev.whistle.organisation.Access;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendarManager;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Everything this product changes in the engine, in one list. Our own beans are asked for when they are first needed:
 * the engine is built before the tables they read.
 */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<FormDoor> door;
    private final ObjectProvider<ServedForms> forms;
    private final ObjectProvider<CaseListener> listener;
    private final ObjectProvider<Access> access;
    private final ObjectProvider<Referrals> referrals;
    private final BeanFactory beans;
    private final ObjectProvider<RungTimes> rungs;
    private final ObjectProvider<BackgroundWork> works;
    private final ObjectProvider<DeploymentGate> gate;
    private final ObjectProvider<DeploymentCheck> checks;

    EnginePlugin(
            ObjectProvider<FormDoor> door,
            ObjectProvider<ServedForms> forms,
            ObjectProvider<CaseListener> listener,
            ObjectProvider<Access> access,
            ObjectProvider<Referrals> referrals,
            BeanFactory beans,
            ObjectProvider<RungTimes> rungs,
            ObjectProvider<BackgroundWork> works,
            ObjectProvider<DeploymentGate> gate,
            ObjectProvider<DeploymentCheck> checks) {
        this.door = door;
        this.forms = forms;
        this.listener = listener;
        this.access = access;
        this.referrals = referrals;
        this.beans = beans;
        this.rungs = rungs;
        this.works = works;
        this.gate = gate;
        this.checks = checks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(new ArrayList<>(List.of(new CaseHistory())));
        engine.setHistoryEventProducer(new CaseHistoryEvents());
        engine.setCustomSessionFactories(new ArrayList<>(List.of(OfficerAuthorizations.factory(access))));
        engine.setTaskService(new ContractTaskService(door));
        engine.setFormService(new ContractFormService(door, forms));
        engine.setRuntimeService(new ContractRuntimeService(door));
        engine.setRepositoryService(new BundleRepositoryService(
                gate, checks, beans.getBeanProvider(Tables.class), beans.getBeanProvider(TransactionTemplate.class)));
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new CaseParseListener(listener))));
        engine.setBpmnParseFactory(BlockParse::new);
        engine.setResourceAuthorizationProvider(new TaskGrants(access, referrals));
        engine.setFilterService(new GuardedFilters());
        engine.setBusinessCalendarManager(calendars());
        engine.setCustomJobHandlers(new ArrayList<>(List.of(new BackgroundJobs(works))));
        // "Pre" stands outside the transaction, "post" inside it.
        engine.setCustomPreCommandInterceptorsTxRequired(
                new ArrayList<>(List.of(new Retry(), new JobFailures.Executing())));
        engine.setCustomPostCommandInterceptorsTxRequired(new ArrayList<>(List.of(new Hardening())));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getSqlSessionFactory().getConfiguration().addInterceptor(new TaskListSql());
        engine.setFailedJobCommandFactory(JobFailures.storing(engine.getFailedJobCommandFactory()));
    }

    /** The engine's own, but cycles may hang on a clock of the ledger. */
    private BusinessCalendarManager calendars() {
        MapBusinessCalendarManager calendars = new MapBusinessCalendarManager();
        calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new DurationBusinessCalendar());
        calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDateBusinessCalendar());
        calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new LedgerCalendar(rungs));
        return calendars;
    }
}
