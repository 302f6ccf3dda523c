package dev.whistle.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Has work done later by the engine's job executor. The job is written in the running transaction: it is there if, and
 * only if, what asked for it is.
 */
@Component
public class Background {

    private final ProcessEngine engine;

    Background(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * Schedules a piece of {@link BackgroundWork}.
     *
     * @param argument what the work is to be told; nobody's personal data, for the engine stores it
     * @param dueAt not done before
     */
    public void schedule(String work, String argument, Instant dueAt) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    MessageEntity job = new MessageEntity();
                    job.setJobHandlerType(BackgroundJobs.TYPE);
                    job.setJobHandlerConfiguration(new BackgroundJobs.Order(work, argument));
                    job.setDuedate(Date.from(dueAt));
                    context.getJobManager().send(job);
                    return job;
                });
    }
}
