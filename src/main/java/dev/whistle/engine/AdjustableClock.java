package dev.whistle.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Moves the one clock of application and engine, for rehearsals and tests on a single node. It runs on from there. */
@Component
@ConditionalOnProperty("whistle.clock.adjustable")
public class AdjustableClock {

    private final ProcessEngine engine;
    private final Clock clock;

    AdjustableClock(ProcessEngine engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Sets the clock to this instant; timers that are due by then fire at once. */
    public void moveTo(Instant now) {
        ClockUtil.offset(Duration.between(Instant.ofEpochMilli(System.currentTimeMillis()), now)
                .toMillis());
        wakeTimers();
    }

    /** Back to real time. */
    public void reset() {
        ClockUtil.reset();
        wakeTimers();
    }

    private void wakeTimers() {
        // Otherwise the next poll may be a minute away.
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .jobWasAdded();
    }
}
