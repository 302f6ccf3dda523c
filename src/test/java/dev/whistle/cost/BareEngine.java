package dev.whistle.cost;

import com.zaxxer.hikari.HikariDataSource;
import dev.whistle.procedure.assignment.AssignmentProcess;
import dev.whistle.procedure.companyexit.CompanyExitProcess;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.compoundhandover.CompoundHandoverProcess;
import dev.whistle.procedure.escalation.EscalationProcess;
import dev.whistle.procedure.patrolfinding.PatrolFindingProcess;
import dev.whistle.procedure.streetwhistle.StreetWhistleProcess;
import dev.whistle.testing.Postgres;
import dev.whistle.testing.Statements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Camunda without anything of ours, on a database of its own: our models and forms with beans that do nothing. */
final class BareEngine implements AutoCloseable {

    private static final List<String> BLOCKS = List.of(
            "openCase",
            "armClock",
            "meetClock",
            "regradeClock",
            "fireRung",
            "notify",
            "draftDocument",
            "signDocument",
            "serveDocument",
            "withdrawDocument",
            "closeCase",
            "linkRepeat",
            "mergeCase",
            "cancelClock",
            "extendClock",
            "placeOrders",
            "noteOrder",
            "reportBreach",
            "recordSanction",
            "openExit",
            "recordCredit",
            "startHandover",
            "withdrawHandovers",
            "orderExit",
            "recordResponsibility",
            "reportHandover");

    private final HikariDataSource database = new HikariDataSource();
    private final ProcessEngine engine;

    /** An engine with authorization on and this level of history, set up otherwise as the Boot starter does. */
    BareEngine(String history) {
        database.setJdbcUrl(Postgres.newDatabase());
        DataSource counted = Statements.counted(database);
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("bare-" + history);
        configuration.setDataSource(counted);
        configuration.setTransactionManager(new DataSourceTransactionManager(counted));
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setHistory(history);
        configuration.setAuthorizationEnabled(true);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        Map<Object, Object> beans = new HashMap<>();
        for (String block : BLOCKS) {
            beans.put(block, new Nothing());
        }
        beans.put("countRepeats", (JavaDelegate)
                execution -> execution.setVariable("repeats", Variables.stringValue("none", true)));
        beans.put("routeWhistle", new SameRoute());
        beans.put("referOut", new SameReferral());
        beans.put("noteReferral", new SameAnswer());
        beans.put("whistles", new SameWhistles());
        beans.put("findingUnits", new SameFinding());
        beans.put("takeUpBreach", new SameBreach());
        beans.put("nextRung", new SameRung());
        beans.put("assign", new SameUnits());
        beans.put("signers", new SameUnits());
        beans.put("clocks", new SameTime());
        beans.put("letterNames", new SameUnits());
        beans.put("workOrders", new SameOrders());
        beans.put("judgeExit", new SameExit());
        beans.put("companyExits", new SameCompounds());
        beans.put("registerHandover", new SameHandover());
        beans.put("checkStandIn", new SameTakeover());
        beans.put("checkSuccession", new SameTakeover());
        beans.put("clearPlan", new SameDay());
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
        deploy();
        allowStart("community-wanli-1.officer");
        allowStart("hotline.officer");
        allowStart("street-wanli.officer");
        allowStart("street-erba.officer");
        allowStart("district-office.officer");
    }

    ProcessEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        engine.close();
        database.close();
    }

    private void deploy() {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        var files = new PathMatchingResourcePatternResolver();
        try {
            for (String folder : List.of(
                    "processes/complaint/*.bpmn",
                    "processes/complaint/complaint-classification.dmn",
                    "processes/follow-up/*.bpmn",
                    "forms/follow-up/*.form",
                    "forms/complaint/*.form",
                    "processes/assignment/*.bpmn",
                    "forms/assignment/*.form",
                    "processes/escalation/*.*mn",
                    "forms/escalation/*.form",
                    "processes/sanction/*.bpmn",
                    "forms/sanction/*.form",
                    "processes/company-exit/*.bpmn",
                    "forms/company-exit/*.form",
                    "processes/street-whistle/*.bpmn",
                    "forms/street-whistle/*.form",
                    "processes/whistle/*.bpmn",
                    "forms/whistle/*.form",
                    "processes/penalty/*.bpmn",
                    "forms/penalty/*.form",
                    "processes/compound-handover/*.bpmn",
                    "forms/compound-handover/*.form",
                    "processes/stand-in/*.bpmn",
                    "forms/stand-in/*.form",
                    "processes/patrol-finding/*.bpmn",
                    "forms/patrol-finding/*.form",
                    "processes/spot-letter/*.bpmn",
                    "processes/rectification/*.bpmn",
                    "forms/rectification/*.form",
                    "processes/letter/*.bpmn",
                    "forms/letter/*.form")) {
                for (var file : files.getResources("classpath:" + folder)) {
                    deployment.addInputStream(String.valueOf(file.getFilename()), file.getInputStream());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        deployment.deploy();
    }

    /**
     * What our own officers are granted to start a complaint, an assignment or an escalation; the engine itself grants
     * them their tasks.
     */
    private void allowStart(String group) {
        for (String process : List.of(
                ComplaintProcess.ID,
                AssignmentProcess.ID,
                EscalationProcess.ID,
                CompanyExitProcess.ID,
                StreetWhistleProcess.ID,
                CompoundHandoverProcess.ID,
                PatrolFindingProcess.ID)) {
            grant(
                    group,
                    Resources.PROCESS_DEFINITION,
                    process,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.CREATE_INSTANCE);
        }
        grant(group, Resources.PROCESS_INSTANCE, Authorization.ANY, ProcessInstancePermissions.CREATE);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        AuthorizationService authorizations = engine.getAuthorizationService();
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }

    /** A building block that does nothing; the engine refuses one that has no place for the model's fields. */
    @SuppressWarnings({"unused", "UnusedVariable"})
    private static final class Nothing implements JavaDelegate {

        private @Nullable Expression code;
        private @Nullable Expression title;
        private @Nullable Expression details;
        private @Nullable Expression source;
        private @Nullable Expression externalNo;
        private @Nullable Expression place;
        private @Nullable Expression compound;
        private @Nullable Expression receivedAt;
        private @Nullable Expression kind;
        private @Nullable Expression from;
        private @Nullable Expression holder;
        private @Nullable Expression occasion;
        private @Nullable Expression outcome;
        private @Nullable Expression event;
        private @Nullable Expression to;
        private @Nullable Expression unit;
        private @Nullable Expression clock;
        private @Nullable Expression letter;
        private @Nullable Expression how;
        private @Nullable Expression on;
        private @Nullable Expression acknowledged;
        private @Nullable Expression other;
        private @Nullable Expression into;
        private @Nullable Expression reason;
        private @Nullable Expression category;
        private @Nullable Expression task;
        private @Nullable Expression due;
        private @Nullable Expression state;
        private @Nullable Expression until;
        private @Nullable Expression duty;
        private @Nullable Expression clause;
        private @Nullable Expression clockOccasion;
        private @Nullable Expression parent;
        private @Nullable Expression matter;
        private @Nullable Expression party;
        private @Nullable Expression rung;
        private @Nullable Expression what;
        private @Nullable Expression company;
        private @Nullable Expression kinds;
        private @Nullable Expression lastDay;
        private @Nullable Expression lastDayRule;
        private @Nullable Expression urgent;
        private @Nullable Expression basis;
        private @Nullable Expression runner;

        @Override
        public void execute(DelegateExecution execution) {
            // nothing is what ours is compared with
        }
    }

    /** A compound that nobody runs. */
    @SuppressWarnings({"unused", "UnusedVariable"})
    private static final class SameHandover implements JavaDelegate {

        private @Nullable Expression parent;
        private @Nullable Expression company;
        private @Nullable Expression reason;
        private @Nullable Expression lastDay;
        private @Nullable Expression urgent;

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("street", "street-erba");
            execution.setVariable("community", "community-erba-1");
            execution.setVariable("urgent", "yes");
        }
    }

    /** Who is to run it. */
    @SuppressWarnings({"unused", "UnusedVariable"})
    private static final class SameTakeover implements JavaDelegate {

        private @Nullable Expression basis;
        private @Nullable Expression successor;
        private @Nullable Expression decidedBy;
        private @Nullable Expression company;
        private @Nullable Expression unit;
        private @Nullable Expression from;

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("runner", "community-erba-1");
            execution.setVariable("basis", "basic-service");
        }
    }

    /** From when. */
    @SuppressWarnings({"unused", "UnusedVariable"})
    private static final class SameDay implements JavaDelegate {

        private @Nullable Expression from;
        private @Nullable Expression succession;

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("startsOn", execution.getVariable("takesOverFrom"));
        }
    }

    /** Leaves what the model routes by. */
    @SuppressWarnings({"unused", "UnusedVariable"})
    private static final class SameBreach implements JavaDelegate {

        private @Nullable Expression matter;
        private @Nullable Expression unit;
        private @Nullable Expression compound;
        private @Nullable Expression duty;
        private @Nullable Expression clause;
        private @Nullable Expression source;
        private @Nullable Expression occasion;

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("party", "street-wanli");
            execution.setVariable("partyKind", "street");
        }
    }

    /** Out of one compound, by the office's order. */
    @SuppressWarnings({"unused", "UnusedVariable"})
    private static final class SameExit implements JavaDelegate {

        private @Nullable Expression reason;
        private @Nullable Expression company;
        private @Nullable Expression compound;
        private @Nullable Expression listing;
        private @Nullable Expression decisionNo;
        private @Nullable Expression decisionOn;
        private @Nullable Expression lastDay;

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("exitStep", "decide");
            execution.setVariable("deciderUnit", "district-office");
            execution.setVariable("noticeLetter", "exit-order");
            execution.setVariable("noticeUnit", "district-office");
            execution.setVariable("advice", "no");
            execution.setVariable("centre", "no");
            execution.setVariable("urgent", "no");
            execution.setVariable("creditKinds", "subsidy-cancelled");
            execution.setVariable("exitCompound", "compound-30");
            execution.setVariable("lastDayRule", "free");
        }
    }

    /** Which compounds are left. */
    @SuppressWarnings("unused") // called by the model
    public static final class SameCompounds {

        public List<String> compounds(DelegateExecution execution) {
            return List.of("compound-30");
        }

        public List<String> advised(DelegateExecution execution) {
            return List.of();
        }
    }

    /** Whom the street is asked about. */
    @SuppressWarnings({"unused", "UnusedVariable"})
    private static final class SameRoute implements JavaDelegate {

        private @Nullable Expression kind;
        private @Nullable Expression area;
        private @Nullable Expression unit;
        private @Nullable Expression confirm;

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("lead", "dept-housing");
            execution.setVariable("routing", "ask");
        }
    }

    /** The department that the form names; the power to punish is another's. */
    @SuppressWarnings({"unused", "UnusedVariable"})
    private static final class SameReferral implements JavaDelegate {

        private @Nullable Expression unit;
        private @Nullable Expression kind;
        private @Nullable Expression area;
        private @Nullable Expression others;
        private @Nullable Expression reason;
        private @Nullable Expression bound;

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("round", "dept-housing/1");
            execution.setVariable("reportInClock", "whistle.report-in");
            execution.setVariable("power", "dept-urban-management");
            execution.setVariable("moved", "yes");
        }
    }

    /** Signed for. */
    @SuppressWarnings({"unused", "UnusedVariable"})
    private static final class SameAnswer implements JavaDelegate {

        private @Nullable Expression unit;
        private @Nullable Expression state;
        private @Nullable Expression reason;

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("next", "none");
        }
    }

    /** Whom a whistle calls. */
    @SuppressWarnings("unused") // called by the model
    public static final class SameWhistles {

        public String blower(DelegateExecution execution) {
            return "street-wanli";
        }

        public String checker(DelegateExecution execution) {
            return "street-wanli";
        }

        public List<String> others(DelegateExecution execution) {
            return List.of();
        }

        public String nameOf(DelegateExecution execution, String unit) {
            return unit;
        }

        public String receivedAt(DelegateExecution execution) {
            return "2026-09-10T01:40:00Z";
        }
    }

    /** Whose a finding is that the community made. */
    @SuppressWarnings("unused") // called by the model
    public static final class SameFinding {

        public String finder(DelegateExecution execution) {
            return "community-wanli-1";
        }

        public String community(DelegateExecution execution) {
            return "community-wanli-1";
        }

        public String street(DelegateExecution execution) {
            return "street-wanli";
        }

        public String reportTo(DelegateExecution execution) {
            return "street-wanli";
        }

        public String rectifier(DelegateExecution execution) {
            return "company-5";
        }

        public String checker(DelegateExecution execution) {
            return "community-wanli-1";
        }

        public String today(DelegateExecution execution) {
            return "2026-09-14";
        }
    }

    /** The first time. */
    @SuppressWarnings({"unused", "UnusedVariable"})
    private static final class SameRung implements JavaDelegate {

        private @Nullable Expression matter;
        private @Nullable Expression party;
        private @Nullable Expression first;
        private @Nullable Expression wanted;

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("measure", "first-notice");
        }
    }

    /** Gives tasks to the units that {@code assign} gives them to. */
    @SuppressWarnings("unused") // called by the model
    public static final class SameUnits {

        public String nextTier(DelegateExecution execution) {
            return "street-wanli.officer";
        }

        public String firstUnit(DelegateExecution execution) {
            return execution.getProcessDefinitionId().startsWith(AssignmentProcess.ID)
                    ? "district-office.officer"
                    : "hotline.officer,community-wanli-1.officer";
        }

        public String hotline(DelegateExecution execution) {
            return "hotline.officer";
        }

        public boolean hasCompany(DelegateExecution execution) {
            return false;
        }

        public String officersOf(String unit) {
            return unit + ".officer";
        }

        public String districtOffice(DelegateExecution execution) {
            return "district-office";
        }

        public String districtOfficers(DelegateExecution execution) {
            return "district-office.officer";
        }

        public String of(String unit) {
            return unit + ".lead";
        }
    }

    /** Orders to the units that {@code workOrders} finds in the rows of the form. */
    @SuppressWarnings("unused") // called by the model
    public static final class SameOrders {

        public List<String> units(DelegateExecution execution) {
            return IntStream.iterate(1, row -> execution.hasVariable("orderUnit" + row), row -> row + 1)
                    .mapToObj(row -> String.valueOf(execution.getVariable("orderUnit" + row)))
                    .toList();
        }

        public String dueOn(DelegateExecution execution, String unit) {
            return "2026-09-30";
        }

        public String nameOf(DelegateExecution execution, String unit) {
            return unit;
        }

        public String orderer(DelegateExecution execution) {
            return "district-office";
        }

        public String result(DelegateExecution execution) {
            return "done";
        }

        public String breachSource(DelegateExecution execution) {
            return "office-dispatch";
        }
    }

    /** Answers what {@code clocks} answers. */
    @SuppressWarnings("unused") // called by the model
    public static final class SameTime {

        public Date due(DelegateExecution execution, String kind) {
            return Date.from(Instant.parse("2026-09-28T16:00:00Z"));
        }

        public Date due(DelegateExecution execution, String kind, String occasion) {
            return due(execution, kind);
        }

        public String rungs(DelegateExecution execution, String kind, String occasion) {
            return rungs(execution, kind);
        }

        public boolean met(DelegateExecution execution, String kind, String occasion) {
            return true;
        }

        public String rungs(DelegateExecution execution, String kind) {
            return "R3/2126-09-28T16:00:00/P1D";
        }

        public boolean met(DelegateExecution execution, String kind) {
            return true;
        }

        public boolean running(DelegateExecution execution, String kind) {
            return true;
        }

        public boolean breached(DelegateExecution execution, String kind, String occasion) {
            return false;
        }
    }
}
