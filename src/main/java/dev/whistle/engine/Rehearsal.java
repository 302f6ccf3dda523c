package dev.whistle.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Plays days that have passed, for a demo that nobody uses yet and for tests: moves the one clock of application and
 * engine, and does by hand what the job executor, which must not run meanwhile, would have done on those days.
 */
@Component
@ConditionalOnBooleanProperty("whistle.demo")
public class Rehearsal {

    private final ManagementService management;
    private final RuntimeService runtime;

    Rehearsal(@Lazy ManagementService management, @Lazy RuntimeService runtime) {
        this.management = management;
        this.runtime = runtime;
    }

    /** Sets the clock; it stands still until it is set again. */
    public void itIs(Instant now) {
        ClockUtil.setCurrentTime(Date.from(now));
    }

    /** A job that was done. {@code caseNo} is the case it belongs to, if to any. */
    public record Done(Instant at, Optional<String> caseNo) {}

    /**
     * Does the job that was due first, at its time, if there is any that was due by then.
     *
     * @param until not done if due later
     */
    public Optional<Done> next(Instant until) {
        return management
                .createJobQuery()
                .duedateLowerThan(Date.from(until.plusMillis(1)))
                .withRetriesLeft()
                .active()
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(this::done);
    }

    private Done done(Job job) {
        Instant now = ClockUtil.getCurrentTime().toInstant();
        Instant due = job.getDuedate().toInstant();
        Instant at = due.isBefore(now) ? now : due;
        itIs(at);
        Optional<String> caseNo = Optional.ofNullable(job.getProcessInstanceId())
                .map(id -> runtime.createProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult())
                .map(ProcessInstance::getBusinessKey);
        management.executeJob(job.getId());
        return new Done(at, caseNo);
    }

    /** Back to real time. */
    public void end() {
        ClockUtil.reset();
    }
}
