package dev.whistle.testing;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Background work done by hand: while the executor is paused, a test decides what runs and when. */
@Component
public class Jobs {

    private final ProcessEngine engine;
    private final ManagementService management;

    Jobs(ProcessEngine engine) {
        this.engine = engine;
        this.management = engine.getManagementService();
    }

    /** Stops the job executor of this context until {@link #resume()}. */
    public void pause() {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .shutdown();
    }

    public void resume() {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .start();
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
