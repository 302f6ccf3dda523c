package dev.whistle.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.TableDump;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Work that is scheduled with what asked for it, and done once. */
class BackgroundTest {

    @Nested
    @OnH2
    class H2 extends Later {}

    @Nested
    @OnPostgres
    class PostgreSql extends Later {}

    abstract static class Later {

        @Autowired
        Background background;

        @Autowired
        TryoutWork work;

        @Autowired
        Jobs jobs;

        @Autowired
        ManagementService management;

        @Autowired
        TransactionTemplate transaction;

        @Autowired
        JdbcTemplate db;

        @Autowired
        Clock clock;

        @BeforeEach
        void byHand() {
            jobs.clear();
            work.done.clear();
        }

        @AfterEach
        void clean() {
            jobs.clear();
        }

        @Test
        void itIsToldWhatItWasScheduledWith() {
            background.schedule(TryoutWork.NAME, "two words", clock.instant());
            jobs.runDue(clock.instant());
            assertThat(work.done).containsExactly("two words");
            assertThat(jobs.background()).isEmpty();
        }

        @Test
        void itWaitsForItsTime() {
            background.schedule(TryoutWork.NAME, "later", clock.instant().plus(Duration.ofMinutes(5)));
            jobs.runDue(clock.instant());
            assertThat(work.done).isEmpty();
            assertThat(jobs.background()).hasSize(1);
        }

        @Test
        void whatIsRolledBackIsNotDone() {
            transaction.executeWithoutResult(status -> {
                background.schedule(TryoutWork.NAME, "never", clock.instant());
                status.setRollbackOnly();
            });
            assertThat(jobs.background()).isEmpty();
        }

        @Test
        void aFailureLeavesNobodysNameBehind() {
            background.schedule(TryoutWork.NAME, "", clock.instant());
            Job job = jobs.background().get(0);
            assertThatThrownBy(() -> management.executeJob(job.getId()))
                    .hasMessageNotContaining(TryoutFailure.NAME)
                    .hasMessageContaining("log ");
            assertThat(jobs.background().get(0).getRetries()).isEqualTo(2);
            assertThat(TableDump.of(db, "public", "act_")).doesNotContain(TryoutFailure.NAME);
        }

        @Test
        void workThatNobodyDoesFails() {
            background.schedule("nobody.does-this", "it", clock.instant());
            Job job = jobs.background().get(0);
            assertThatThrownBy(() -> management.executeJob(job.getId())).isInstanceOf(RuntimeException.class);
        }

        @Test
        void theExecutorDoesItByItself() {
            jobs.withExecutor(() -> {
                background.schedule(TryoutWork.NAME, "by itself", clock.instant());
                await().atMost(Duration.ofSeconds(30)).until(() -> !work.done.isEmpty());
            });
            assertThat(work.done).containsExactly("by itself");
        }
    }
}
