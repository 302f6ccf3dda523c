package dev.whistle.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whistle.testing.OnH2;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

@OnH2
class RetryTest {

    private final AtomicInteger runs = new AtomicInteger();
    private CommandExecutor engine;

    @BeforeEach
    void executor(@Autowired ProcessEngine running) {
        engine = ((ProcessEngineConfigurationImpl) running.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
    }

    @Test
    void aCommandRunsAgainWhenRowsChangedMeanwhile() {
        assertThat(runUntil(4)).isEqualTo(4);
    }

    /** Two officers' transactions write the same row of ours before the engine compares its own. */
    @Test
    void soItDoesWhenOurOwnRowWasThereFirst() {
        int result = engine.execute(context -> {
            if (runs.incrementAndGet() < 2) {
                throw new ProcessEngineException("expression", new DuplicateKeyException("row"));
            }
            return runs.get();
        });
        assertThat(result).isEqualTo(2);
    }

    @Test
    void whatIsSimplyWrongIsNotTriedAgain() {
        assertThatThrownBy(() -> engine.execute(context -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException("wrong");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(runs).hasValue(1);
    }

    @Test
    void afterThreeRepetitionsTheAskerIsTold() {
        assertThatThrownBy(() -> runUntil(5)).isInstanceOf(OptimisticLockingException.class);
        assertThat(runs).hasValue(4);
    }

    @Test
    void aCommandInsideATransactionOfOursIsNotRepeatedAlone(@Autowired TransactionTemplate transaction) {
        assertThatThrownBy(() -> transaction.execute(status -> runUntil(2)))
                .isInstanceOf(OptimisticLockingException.class);
        assertThat(runs).hasValue(1);
    }

    @Test
    void anInnerCommandIsRepeatedWithItsOuterOne() {
        AtomicInteger outer = new AtomicInteger();
        engine.execute(context -> {
            outer.incrementAndGet();
            return runUntil(2);
        });
        assertThat(outer).hasValue(2);
    }

    private int runUntil(int success) {
        return engine.execute(context -> {
            if (runs.incrementAndGet() < success) {
                throw new OptimisticLockingException("changed");
            }
            return runs.get();
        });
    }
}
