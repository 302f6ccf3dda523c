package dev.whistle.clock;

import static dev.whistle.clock.LedgerTryout.KIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.engine.RungTimers;
import dev.whistle.procedure.clockcheck.ClockCheckProcess;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.Statements;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Every night: what a clock says and what its timer does are one, or somebody is told. */
class ClockCheckTest {

    private static final String FROM = "2026-09-10T09:40:00+08:00";

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        @Autowired
        LedgerTryout tryout;

        @Autowired
        Desk desk;

        @Autowired
        Clocks clocks;

        @Autowired
        ClockCheck check;

        @Autowired
        ProcessEngine engine;

        @Autowired
        JdbcTemplate db;

        @Autowired
        TransactionTemplate transaction;

        @BeforeEach
        void deploy() {
            desk.itIs("2026-09-10T02:00:00Z");
            tryout.deploy("ledger.bpmn");
            forget();
        }

        @AfterEach
        void clean() {
            forget();
            tryout.clean();
        }

        /** Runs of this procedure are told from each other by there being one. */
        private void forget() {
            // by the real clock it would be overdue, and the job executor would act on it beside the next test
            startTimers()
                    .forEach(it -> engine.getManagementService()
                            .setJobDuedate(it.getId(), Timestamp.from(Instant.parse("2126-01-01T00:00:00Z"))));
            engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processDefinitionKey(ClockCheckProcess.ID)
                    .list()
                    .forEach(it -> engine.getRuntimeService().deleteProcessInstance(it.getId(), "test"));
            engine.getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processDefinitionKey(ClockCheckProcess.ID)
                    .list()
                    .forEach(it -> engine.getHistoryService().deleteHistoricProcessInstance(it.getId()));
        }

        @Test
        void nothingIsWrong() {
            String caseNo = tryout.starts("ledger", FROM);
            String paused = tryout.starts("ledger", FROM);
            tryout.pauses(paused);
            Instant due = tryout.timerDue(caseNo);

            HistoricProcessInstance run = nightly();

            assertThat(end(run)).isEqualTo(ClockCheckProcess.Ends.ALL_RIGHT);
            assertThat(tryout.timerDue(caseNo)).isEqualTo(due);
            assertThat(tryout.timerDue(paused)).isEqualTo(RungTimers.NEVER);
        }

        @Test
        void aTimerAtTheWrongTimeIsMoved() {
            String caseNo = tryout.starts("ledger", FROM);
            Instant due = tryout.timerDue(caseNo);
            engine.getManagementService()
                    .setJobDuedate(tryout.timer(caseNo).getId(), Timestamp.from(Instant.parse("2027-01-01T00:00:00Z")));

            assertThat(end(nightly())).isEqualTo(ClockCheckProcess.Ends.ALL_RIGHT);

            assertThat(tryout.timerDue(caseNo)).isEqualTo(due);
        }

        /** As after an import on H2 that ran beside the start of the clock. */
        @Test
        void aClockThatTheCalendarContradictsIsCountedAgain() {
            String caseNo = tryout.starts("ledger", FROM);
            db.update(
                    "update whistle.case_clock set due_at = ? where case_no = ?",
                    OffsetDateTime.parse("2026-09-25T00:00:00+08:00"),
                    caseNo);

            assertThat(end(nightly())).isEqualTo(ClockCheckProcess.Ends.ALL_RIGHT);

            assertThat(clocks.find(caseNo, KIND).orElseThrow().dueAt())
                    .isEqualTo(OffsetDateTime.parse("2026-09-18T00:00:00+08:00").toInstant());
            assertThat(tryout.events(caseNo)).last().asString().contains("RE_PROJECTED", "每日核对，重新计算期限");
            assertThat(tryout.timeline(caseNo)).last().isEqualTo("“派单办理期限”重新计算，至2026年9月17日届满");
        }

        /** A timer that was made before its clock and never heard of it. */
        @Test
        void aTimerThatStillWaitsIsGivenItsClock() {
            String caseNo = tryout.starts("ledger", FROM);
            Job timer = tryout.timer(caseNo);
            db.update(
                    "update public.act_ru_job set repeat_ = ?, duedate_ = ? where id_ = ?",
                    "ledger:waiting/" + timer.getProcessInstanceId() + "/" + KIND + "/",
                    Timestamp.from(RungTimers.NEVER),
                    timer.getId());

            assertThat(end(nightly())).isEqualTo(ClockCheckProcess.Ends.ALL_RIGHT);

            assertThat(tryout.timerDue(caseNo)).isEqualTo(Instant.parse("2026-09-15T00:30:00Z"));
        }

        @Test
        void whatIsLostIsToldToTheDistrictOffice() {
            String missing = tryout.starts("ledger", FROM);
            String dead = tryout.starts("ledger", FROM);
            ManagementService management = engine.getManagementService();
            management.deleteJob(tryout.timer(missing).getId());
            management.setJobRetries(tryout.timer(dead).getId(), 0);

            nightly();
            Task task = engine.getTaskService()
                    .createTaskQuery()
                    .taskDefinitionKey(ClockCheckProcess.Tasks.RESOLVE)
                    .taskCandidateGroup("district-office.officer")
                    .singleResult();
            assertThat(engine.getTaskService()
                            .getVariable(task.getId(), ClockCheckProcess.Variables.FINDINGS)
                            .toString()
                            .split("\n"))
                    .containsExactlyInAnyOrder(missing + " 派单办理期限：没有定时，不会提醒和登记逾期", dead + " 派单办理期限：定时多次失败，已停止");

            // an officer of the office hands in its form: there is no case, so the timeline has nothing to tell
            desk.as("district", () -> {
                engine.getFormService().submitTaskForm(task.getId(), Map.of());
                return task;
            });
            assertThat(end(last())).isEqualTo(ClockCheckProcess.Ends.RESOLVED);
        }

        /** The next night lists anew what is still wrong; the old list goes. */
        @Test
        void anOldListGoesBeforeTheNextCheck() {
            String missing = tryout.starts("ledger", FROM);
            engine.getManagementService().deleteJob(tryout.timer(missing).getId());
            nightly();
            Job nextNight = engine.getManagementService()
                    .createJobQuery()
                    .activityId(ClockCheckProcess.NEXT_NIGHT)
                    .singleResult();
            assertThat(nextNight.getDuedate()).isEqualTo(Instant.parse("2026-09-10T18:00:00Z"));

            engine.getManagementService().executeJob(nextNight.getId());

            assertThat(end(last())).isEqualTo(ClockCheckProcess.Ends.CHECKED_AGAIN);
            assertThat(engine.getTaskService()
                            .createTaskQuery()
                            .taskDefinitionKey(ClockCheckProcess.Tasks.RESOLVE)
                            .count())
                    .isZero();
        }

        /** A boundary timer is there only while its task is. */
        @Test
        void aTimerOfATaskThatIsDoneIsNotMissed() {
            tryout.deploy("ledger-boundary.bpmn");
            String caseNo = tryout.starts("ledger-boundary", FROM);
            String early = tryout.starts("ledger-boundary", FROM);
            engine.getManagementService().deleteJob(tryout.timer(early).getId());
            engine.getTaskService()
                    .complete(desk.taskOf(caseNo, "userTask_wait").getId());

            List<String> wrong = transaction.execute(status -> check.run());

            assertThat(wrong).containsExactly(early + " 派单办理期限：没有定时，不会提醒和登记逾期");
        }

        /** A hundred clocks cost little more than one. */
        @Test
        void itAsksForManyClocksAtOnce() {
            tryout.starts("ledger", FROM);
            Statements few = counted();
            IntStream.range(0, 50).forEach(i -> tryout.starts("ledger", FROM));

            assertThat(counted().count()).isLessThanOrEqualTo(few.count());
        }

        /** The end event it came to. */
        private String end(HistoricProcessInstance run) {
            return engine.getHistoryService()
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(run.getId())
                    .activityType("noneEndEvent")
                    .singleResult()
                    .getActivityId();
        }

        private Statements counted() {
            Statements statements = new Statements();
            statements.add(() -> transaction.executeWithoutResult(status -> check.run()));
            return statements;
        }

        private List<Job> startTimers() {
            return engine.getManagementService()
                    .createJobQuery()
                    .processDefinitionKey(ClockCheckProcess.ID)
                    .activityId(ClockCheckProcess.NIGHTLY)
                    .list();
        }

        /** Lets the start timer act as at half past two. */
        private HistoricProcessInstance nightly() {
            List<Job> starts = startTimers();
            assertThat(starts).hasSize(1);
            engine.getManagementService().executeJob(starts.get(0).getId());
            return last();
        }

        private HistoricProcessInstance last() {
            return engine.getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processDefinitionKey(ClockCheckProcess.ID)
                    .singleResult();
        }
    }
}
