package dev.whistle.testing;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/**
 * Background work done by hand: the executor rests (see {@link EngineOfTheTest}), and a test decides what runs and
 * when.
 */
@Component
public class Jobs {

    private final ProcessEngine engine;
    private final ManagementService management;

    Jobs(ProcessEngine engine) {
        this.engine = engine;
        this.management = engine.getManagementService();
    }

    /** Lets the job executor of this context do this act's background work. */
    public void withExecutor(Runnable act) {
        JobExecutor executor =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        executor.start();
        try {
            act.run();
        } finally {
            executor.shutdown();
        }
    }

    /**
     * Runs the timers of a case that are due by the test's clock, and what follows from them; the answer is how many.
     */
    public int runDueOf(String caseNo) {
        int ran = 0;
        while (true) {
            List<Job> due = timersOf(caseNo)
                    .filter(it -> !it.getDuedate().after(ClockUtil.getCurrentTime()))
                    .toList();
            if (due.isEmpty()) {
                return ran;
            }
            due.forEach(it -> management.executeJob(it.getId()));
            ran += due.size();
        }
    }

    /**
     * Runs a case's timers of this event whether they are due or not, as a node does that took one up just before it
     * was moved.
     */
    public void runAnyOf(String caseNo, String event) {
        timersOf(caseNo).filter(it -> eventOf(it).equals(event)).forEach(it -> management.executeJob(it.getId()));
    }

    private String eventOf(Job timer) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private Stream<Job> timersOf(String caseNo) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo)
                .list()
                .stream()
                .flatMap(it -> management.createJobQuery().processInstanceId(it.getId()).list().stream());
    }

    /** Jobs that belong to no process, the first due first. */
    public List<Job> background() {
        return management.createJobQuery().orderByJobDuedate().asc().list().stream()
                .filter(it -> it.getProcessDefinitionId() == null)
                .toList();
    }

    /** Runs those that are due now, and what they leave behind that is due now too. */
    public void runDue(Instant now) {
        for (int round = 0; round < 100; round++) {
            List<Job> due = background().stream()
                    .filter(it -> !it.getDuedate().toInstant().isAfter(now))
                    .toList();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(it -> management.executeJob(it.getId()));
        }
        throw new AssertionError("there is no end to the background work");
    }

    /** Deletes what earlier tests left. */
    public void clear() {
        background().forEach(it -> management.deleteJob(it.getId()));
    }
}
