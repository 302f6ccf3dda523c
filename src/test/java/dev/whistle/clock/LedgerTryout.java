package dev.whistle.clock;

import dev.whistle.testing.Desk;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The models of {@code clock/*.bpmn}, in which an officer does to a clock what the form says. Timers fire when told.
 */
@Component
class LedgerTryout {

    static final String KIND = "complaint.dispatch";
    static final String OFFICER = "wanli-1";

    private final ProcessEngine engine;
    private final Desk desk;
    private final JdbcTemplate db;
    private final List<String> deployments = new ArrayList<>();

    LedgerTryout(ProcessEngine engine, Desk desk, JdbcTemplate db) {
        this.engine = engine;
        this.desk = desk;
        this.db = db;
    }

    /** Deploys a model with its forms. */
    void deploy(String model) {
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().addClasspathResource("dev/whistle/clock/" + model);
        for (String form : List.of("ledger.start.form", "ledger.act.form")) {
            deployment.addClasspathResource("dev/whistle/clock/" + form);
        }
        deployments.add(deployment.deploy().getId());
    }

    void clean() {
        deployments.forEach(it -> engine.getRepositoryService().deleteDeployment(it, true));
        deployments.clear();
        desk.itIsNow();
    }

    /** The application's job executor. */
    JobExecutor executor() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    /** Opens a case and starts its clock from then; the answer is the case's number. */
    String starts(String process, @Nullable String from) {
        Map<String, Object> form = new HashMap<>();
        form.put("receivedAt", "2026-09-10T09:40:00+08:00");
        form.put("from", from);
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin", "community-wanli-1.officer"));
        try {
            return engine.getFormService().submitStartForm(definition, form).getBusinessKey();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    void pauses(String caseNo) {
        acts(caseNo, "pause", Map.of("reason", "等待投诉人补充材料"));
    }

    void resumes(String caseNo) {
        acts(caseNo, "resume", Map.of());
    }

    void extendsBy(String caseNo, int by) {
        acts(caseNo, "extend", Map.of("by", by, "reason", "现场情况复杂", "basis", "派单单位同意延期"));
    }

    /** Hands in the form of the step 办理. */
    void acts(String caseNo, String act, Map<String, Object> values) {
        Map<String, Object> form = new HashMap<>(values);
        form.putIfAbsent("kind", KIND);
        form.put("act", act);
        desk.does(OFFICER, caseNo, "userTask_act", form);
    }

    /** The one timer of the case that hangs on a clock. */
    Job timer(String caseNo) {
        List<Job> timers = timers(caseNo);
        if (timers.size() != 1) {
            throw new AssertionError(timers.size() + " timers");
        }
        return timers.get(0);
    }

    List<Job> timers(String caseNo) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo)
                .list()
                .stream()
                .flatMap(instance ->
                        engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .toList();
    }

    Instant timerDue(String caseNo) {
        return timer(caseNo).getDuedate().toInstant();
    }

    /** Lets the timer act, as the job executor would when its time has come. */
    void fires(String caseNo) {
        engine.getManagementService().executeJob(timer(caseNo).getId());
    }

    List<String> openTasks(String caseNo) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNo).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** Times in China at which somebody acted on a rung. */
    List<String> fired(String caseNo) {
        return db.query(
                """
                select f.rung, f.at from whistle.clock_fire f join whistle.case_clock c on c.id = f.clock_id
                where c.case_no = ? order by f.rung""",
                (row, number) -> row.getInt("rung") + " " + china(row.getObject("at", OffsetDateTime.class)),
                caseNo);
    }

    /** What happened to the case's clocks: kind, by whom, end before and after, what was added, why. */
    List<String> events(String caseNo) {
        return db.query(
                """
                select e.* from whistle.clock_event e join whistle.case_clock c on c.id = e.clock_id
                where c.case_no = ? order by e.id""",
                (row, number) -> Arrays.asList(
                                row.getString("kind"),
                                row.getString("actor"),
                                row.getObject("new_due", OffsetDateTime.class)
                                        .atZoneSameInstant(WorkCalendar.CHINA)
                                        .toLocalDate(),
                                row.getObject("added"),
                                row.getString("reason"),
                                row.getString("basis"))
                        .toString(),
                caseNo);
    }

    List<String> timeline(String caseNo) {
        return db.queryForList(
                "select name from whistle.case_event where case_no = ? order by id", String.class, caseNo);
    }

    private static String china(OffsetDateTime time) {
        return time.atZoneSameInstant(WorkCalendar.CHINA).toLocalDateTime().toString();
    }
}
