package dev.whistle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.TableDump;
import dev.whistle.testing.Tryout;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Engine and case commit together or not at all: a step that fails leaves every table as it was, ours and the engine's.
 */
class OneTransactionTest {

    @Nested
    @OnH2
    class H2 extends Failing {}

    @Nested
    @OnPostgres
    class PostgreSql extends Failing {}

    abstract static class Failing {

        @Autowired
        Tryout tryout;

        @Autowired
        JdbcTemplate db;

        private Deployment deployment;

        @BeforeEach
        void deploy() {
            deployment = tryout.deploy();
        }

        @AfterEach
        void undeploy() {
            tryout.undeploy(deployment);
        }

        /** Case, party, clock and timeline were written when the next step failed. */
        @Test
        void aStartThatFailsLeavesNoCase() {
            String before = everything();

            assertThatThrownBy(() -> tryout.starts("at-once")).hasStackTraceContaining("cannot deliver");

            assertThat(everything()).isEqualTo(before);
        }

        /** The task was done, its witness on file and its line told when the next step failed. */
        @Test
        void aTaskThatFailsIsStillOpen() {
            ProcessInstance instance = tryout.starts("after-task");
            String before = everything();

            assertThatThrownBy(() -> tryout.notes(instance)).hasStackTraceContaining("cannot deliver");

            assertThat(everything()).isEqualTo(before);
        }

        private String everything() {
            return TableDump.of(db, "public", "act_") + "\n" + TableDump.of(db, "whistle", "");
        }
    }
}
