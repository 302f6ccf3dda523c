package dev.whistle.clock;

import static dev.whistle.clock.LedgerTryout.KIND;
import static dev.whistle.clock.LedgerTryout.OFFICER;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.whistle.engine.RungTimers;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.CallerRunsRejectedJobsHandler;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A clock's reminders and its breach are one timer, which the ledger moves. */
class RungsTest {

    /** Five working days from then end on Thursday 2026-09-17; the reminder is on Tuesday 2026-09-15. */
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
        Rungs rungs;

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
        }

        @AfterEach
        void clean() {
            tryout.clean();
        }

        /** The timer is made before the case has a number; starting the clock moves it in the same transaction. */
        @Test
        void theTimerOfTheProcessWaitsForItsClock() {
            String caseNo = tryout.starts("ledger", FROM);

            assertThat(tryout.timerDue(caseNo)).isEqualTo(time("2026-09-15T08:30:00+08:00"));
            assertThat(clock(caseNo))
                    .returns(time("2026-09-18T00:00:00+08:00"), CaseClock::dueAt)
                    .returns("street-wanli", CaseClock::holder);
        }

        @Test
        void remindersFirstThenTheBreach() {
            String caseNo = tryout.starts("ledger", FROM);

            desk.itIs("2026-09-15T00:30:00Z");
            tryout.fires(caseNo);
            assertThat(tryout.openTasks(caseNo)).containsExactly("userTask_act", "userTask_reminded");
            assertThat(tryout.timerDue(caseNo)).isEqualTo(time("2026-09-18T00:00:00+08:00"));

            desk.itIs("2026-09-17T16:00:00Z");
            tryout.fires(caseNo);
            assertThat(tryout.openTasks(caseNo))
                    .containsExactly("userTask_act", "userTask_overdue", "userTask_reminded");
            assertThat(tryout.timers(caseNo)).isEmpty();
            assertThat(tryout.fired(caseNo)).containsExactly("1 2026-09-15T08:30", "2 2026-09-18T00:00");
            assertThat(clock(caseNo))
                    .returns(ClockState.BREACHED, CaseClock::state)
                    .returns(null, CaseClock::endedAt);
            assertThat(tryout.timeline(caseNo)).contains("“派单办理期限”已于2026年9月17日届满，未按期办结");
            assertThat(tryout.events(caseNo)).last().isEqualTo("[BREACHED, null, 2026-09-18, null, null, null]");
        }

        /** A week without a server: what was missed is done in its order, one after the other. */
        @Test
        void missedRungsFireInOrder() {
            String caseNo = tryout.starts("ledger", FROM);

            desk.itIs("2026-09-22T02:00:00Z");
            tryout.fires(caseNo);
            assertThat(tryout.openTasks(caseNo)).containsExactly("userTask_act", "userTask_reminded");
            assertThat(tryout.timerDue(caseNo)).isEqualTo(time("2026-09-18T00:00:00+08:00"));
            tryout.fires(caseNo);

            assertThat(tryout.openTasks(caseNo))
                    .containsExactly("userTask_act", "userTask_overdue", "userTask_reminded");
            assertThat(tryout.fired(caseNo)).containsExactly("1 2026-09-22T10:00", "2 2026-09-22T10:00");
            assertThat(tryout.timers(caseNo)).isEmpty();
        }

        /**
         * The engine would make up for it by one more timer, which fails as well and makes one more, without an end.
         */
        @Test
        void aRungThatCouldNotBeActedOnKeepsItsOneTimer() {
            String caseNo = tryout.starts("ledger", FROM);
            desk.itIs("2026-09-22T02:00:00Z");
            db.update("update whistle.case_clock set kind = 'mislaid' where case_no = ?", caseNo);

            assertThatThrownBy(() -> tryout.fires(caseNo)).hasMessageContaining("Problem");
            assertThatThrownBy(() -> tryout.fires(caseNo)).hasMessageContaining("Problem");
            assertThat(tryout.timers(caseNo)).hasSize(1);

            db.update("update whistle.case_clock set kind = 'complaint.dispatch' where case_no = ?", caseNo);
            tryout.fires(caseNo);
            assertThat(tryout.timerDue(caseNo)).isEqualTo(time("2026-09-18T00:00:00+08:00"));
            tryout.fires(caseNo);
            assertThat(tryout.fired(caseNo)).containsExactly("1 2026-09-22T10:00", "2 2026-09-22T10:00");
            assertThat(tryout.timers(caseNo)).isEmpty();
        }

        @Test
        void aBreachIsPermanent() {
            String caseNo = tryout.starts("ledger", FROM);
            desk.itIs("2026-09-22T02:00:00Z");
            tryout.fires(caseNo);
            tryout.fires(caseNo);

            tryout.acts(caseNo, "meet", Map.of());

            assertThat(clock(caseNo))
                    .returns(ClockState.BREACHED, CaseClock::state)
                    .returns(Instant.parse("2026-09-22T02:00:00Z"), CaseClock::endedAt);
            assertThat(tryout.events(caseNo)).last().isEqualTo("[DONE_LATE, wanli-1, 2026-09-18, null, null, null]");
            assertThat(tryout.timeline(caseNo)).contains("“派单办理期限”逾期办结");
        }

        /** Done late before the timer came: the breach is noted when it is seen. */
        @Test
        void doneLateIsABreachToo() {
            String caseNo = tryout.starts("ledger", FROM);
            desk.itIs("2026-09-17T16:00:00Z");

            tryout.acts(caseNo, "meet", Map.of());

            assertThat(clock(caseNo).state()).isEqualTo(ClockState.BREACHED);
            assertThat(tryout.events(caseNo).stream().map(it -> it.substring(0, it.indexOf(','))))
                    .containsExactly("[ARMED", "[BREACHED", "[DONE_LATE");
            assertThat(tryout.timerDue(caseNo)).isEqualTo(RungTimers.NEVER);
        }

        @Test
        void pauseResumeExtendCancelAndMeetMoveTimerAndTask() {
            String caseNo = tryout.starts("ledger", FROM);

            tryout.pauses(caseNo);
            assertThat(tryout.timerDue(caseNo)).isEqualTo(RungTimers.NEVER);
            assertThat(desk.taskOf(caseNo, "userTask_act").getDueDate()).isNull();

            desk.itIs("2026-09-14T02:00:00Z");
            tryout.resumes(caseNo);
            // Friday the 11th is not counted, nor is the weekend; Monday the 14th is
            assertThat(clock(caseNo).dueAt()).isEqualTo(time("2026-09-19T00:00:00+08:00"));
            assertThat(tryout.timerDue(caseNo)).isEqualTo(time("2026-09-16T08:30:00+08:00"));
            assertThat(desk.taskOf(caseNo, "userTask_act").getDueDate())
                    .isEqualTo(clock(caseNo).dueAt());

            tryout.extendsBy(caseNo, 2);
            // Sunday the 20th is a make-up workday
            assertThat(clock(caseNo).dueAt()).isEqualTo(time("2026-09-22T00:00:00+08:00"));
            assertThat(tryout.timerDue(caseNo)).isEqualTo(time("2026-09-18T08:30:00+08:00"));

            tryout.acts(caseNo, "meet", Map.of());
            assertThat(tryout.timerDue(caseNo)).isEqualTo(RungTimers.NEVER);
            assertThat(clock(caseNo).state()).isEqualTo(ClockState.MET);
            assertThat(tryout.events(caseNo))
                    .containsExactly(
                            "[ARMED, admin, 2026-09-18, null, null, null]",
                            "[PAUSED, wanli-1, 2026-09-18, null, 等待投诉人补充材料, null]",
                            "[RESUMED, wanli-1, 2026-09-19, null, null, null]",
                            "[EXTENDED, wanli-1, 2026-09-22, 2, 现场情况复杂, 派单单位同意延期]",
                            "[MET, wanli-1, 2026-09-22, null, null, null]");
            assertThat(tryout.timeline(caseNo))
                    .contains("“派单办理期限”暂停计算", "“派单办理期限”恢复计算，至2026年9月18日届满", "“派单办理期限”延长2个工作日，至2026年9月21日届满");
        }

        @Test
        void aCancelledClockNeverFires() {
            String caseNo = tryout.starts("ledger", FROM);

            tryout.acts(caseNo, "cancel", Map.of("reason", "派单单位撤回"));

            assertThat(tryout.timerDue(caseNo)).isEqualTo(RungTimers.NEVER);
            assertThat(desk.taskOf(caseNo, "userTask_act").getDueDate()).isNull();
            assertThat(clock(caseNo).state()).isEqualTo(ClockState.CANCELLED);
        }

        @Test
        void itFiresWhileACalledProcessWaitsAndFollowsWhatThatDoes() {
            String caseNo = tryout.starts("ledger", FROM);
            tryout.acts(caseNo, "call", Map.of());

            desk.itIs("2026-09-15T00:30:00Z");
            tryout.fires(caseNo);
            assertThat(tryout.openTasks(caseNo)).contains("userTask_reminded");

            desk.does(OFFICER, caseNo, "userTask_child", Map.of());
            assertThat(clock(caseNo).state()).isEqualTo(ClockState.MET);
            assertThat(tryout.timerDue(caseNo)).isEqualTo(RungTimers.NEVER);
        }

        @Test
        void itGoesWithItsScope() {
            String caseNo = tryout.starts("ledger", FROM);

            tryout.acts(caseNo, "done", Map.of());

            assertThat(engine.getManagementService()
                            .createJobQuery()
                            .processDefinitionKey("ledger")
                            .count())
                    .isZero();
        }

        /** Somebody executes the job in Cockpit before its time. */
        @Test
        void aTimerThatFiresEarlyFindsNothing() {
            String caseNo = tryout.starts("ledger", FROM);

            tryout.fires(caseNo);

            assertThat(tryout.fired(caseNo)).isEmpty();
            assertThat(tryout.openTasks(caseNo)).containsExactly("userTask_act");
            assertThat(tryout.timerDue(caseNo)).isEqualTo(time("2026-09-15T08:30:00+08:00"));
        }

        /** Also where it takes an occasion, at the boundary of a task. */
        @Test
        void aBoundaryTimerOfOneOfSeveralClocks() {
            tryout.deploy("ledger-boundary.bpmn");
            String caseNo = tryout.starts("ledger-boundary", FROM);
            assertThat(tryout.timerDue(caseNo)).isEqualTo(time("2026-09-15T08:30:00+08:00"));
            assertThat(clocks.find(caseNo, KIND)).isEmpty();

            in(() -> clocks.pause(caseNo, KIND, "dept-fire", "等待补充材料"));
            assertThat(tryout.timerDue(caseNo)).isEqualTo(RungTimers.NEVER);
            assertThat(desk.taskOf(caseNo, "userTask_wait").getDueDate()).isNull();
            in(() -> clocks.arm(caseNo, KIND, time(FROM)));
            assertThat(desk.taskOf(caseNo, "userTask_wait").getDueDate()).isNull();
            in(() -> clocks.resume(caseNo, KIND, "dept-fire"));
            assertThat(desk.taskOf(caseNo, "userTask_wait").getDueDate()).isEqualTo(time("2026-09-18T00:00:00+08:00"));

            desk.itIs("2026-09-15T00:30:00Z");
            tryout.fires(caseNo);
            assertThat(tryout.openTasks(caseNo)).containsExactly("userTask_reminded", "userTask_wait");
            engine.getTaskService()
                    .complete(desk.taskOf(caseNo, "userTask_wait").getId());
            assertThat(tryout.timers(caseNo)).isEmpty();
        }

        /**
         * Of a clock whose last day the order sets reminders are counted from there, at once where their time is past.
         */
        @Test
        void remindersOfAnOrder() {
            String caseNo = tryout.starts("ledger", FROM);
            in(() -> ordered(caseNo, "2026-10-05"));
            in(() -> ordered(caseNo, "2026-09-12"));

            assertThat(firstRung(caseNo, "2026-10-05")).contains(time("2026-10-05T08:30:00+08:00")); // for the 8th
            assertThat(firstRung(caseNo, "2026-09-12")) // a Saturday: for the 14th
                    .contains(time("2026-09-11T08:30:00+08:00"));
        }

        private void ordered(String caseNo, String until) {
            clocks.arm(
                    new ClockKey(caseNo, "assignment.order", until),
                    "dept-fire",
                    null,
                    name -> time(FROM),
                    new LastDay("until", until));
        }

        private Optional<Instant> firstRung(String caseNo, String occasion) {
            return rungs.firstOpen(clocks.find(caseNo, "assignment.order", occasion)
                    .orElseThrow()
                    .id());
        }

        /** Two nodes: the job executor of the application and that of another race for the jobs of thirty cases. */
        @Test
        void twoExecutorsActOnARungOnce() {
            List<String> cases = IntStream.range(0, 30)
                    .mapToObj(i -> tryout.starts("ledger", FROM))
                    .toList();
            desk.itIs("2026-09-22T02:00:00Z");
            JobExecutor otherNode = anotherNode();
            tryout.executor().start();
            try {
                otherNode.start();
                await().atMost(Duration.ofSeconds(60))
                        .until(() ->
                                cases.stream().allMatch(it -> tryout.timers(it).isEmpty()));
            } finally {
                otherNode.shutdown();
                tryout.executor().shutdown();
            }

            assertThat(cases).allSatisfy(caseNo -> {
                assertThat(tryout.fired(caseNo)).containsExactly("1 2026-09-22T10:00", "2 2026-09-22T10:00");
                assertThat(tryout.openTasks(caseNo))
                        .containsExactly("userTask_act", "userTask_overdue", "userTask_reminded");
            });
        }

        /** The same rung asked for by two threads at one moment, as if there were two timers. */
        @Test
        void aRungIsClaimedOnce() throws Exception {
            String caseNo = tryout.starts("ledger", FROM);
            desk.itIs("2026-09-15T00:30:00Z");
            CyclicBarrier together = new CyclicBarrier(2);
            List<CompletableFuture<Fired>> claims = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                claims.add(CompletableFuture.supplyAsync(() -> transaction.execute(status -> {
                    clocks.find(caseNo, KIND); // both have read it before one of them claims
                    arrive(together);
                    return clocks.fire(new ClockKey(caseNo, KIND, ""));
                })));
            }

            List<Fired> fired = new ArrayList<>();
            for (CompletableFuture<Fired> claim : claims) {
                fired.add(claim.get(30, SECONDS));
            }

            assertThat(fired).containsExactlyInAnyOrder(Fired.REMINDER, Fired.NONE);
            assertThat(tryout.fired(caseNo)).containsExactly("1 2026-09-15T08:30");
        }

        /** Cycles, cron, durations and dates are the engine's as before. */
        @Test
        void otherTimersAreTheEngines() {
            tryout.deploy("plain-cycles.bpmn");
            var instance = engine.getRuntimeService().startProcessInstanceByKey("plain-cycles");

            assertThat(
                            engine
                                    .getManagementService()
                                    .createJobQuery()
                                    .processInstanceId(instance.getId())
                                    .list()
                                    .stream()
                                    .map(job -> job.getDuedate().toInstant().toString()))
                    .containsExactlyInAnyOrder(
                            "2026-09-10T03:00:00Z",
                            "2026-09-11T00:00:00Z",
                            "2026-09-10T04:00:00Z",
                            "2126-09-24T02:00:00Z");
            desk.itIs("2026-09-11T00:00:01Z");
            for (int i = 0; i < 4; i++) {
                engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .executable()
                        .list()
                        .forEach(job -> engine.getManagementService().executeJob(job.getId()));
            }
            assertThat(
                            engine
                                    .getManagementService()
                                    .createJobQuery()
                                    .processInstanceId(instance.getId())
                                    .list()
                                    .stream()
                                    .map(job -> job.getDuedate().toInstant().toString()))
                    .containsExactlyInAnyOrder("2026-09-12T00:00:00Z", "2126-09-24T02:00:00Z");
        }

        private JobExecutor anotherNode() {
            DefaultJobExecutor executor = new DefaultJobExecutor();
            executor.setLockOwner("another-node");
            executor.setRejectedJobsHandler(new CallerRunsRejectedJobsHandler());
            executor.setMaxWait(200);
            executor.setWaitTimeInMillis(50);
            executor.registerProcessEngine((ProcessEngineImpl) engine);
            return executor;
        }

        private void in(Runnable act) {
            transaction.executeWithoutResult(status -> act.run());
        }

        private static void arrive(CyclicBarrier barrier) {
            try {
                barrier.await(30, SECONDS);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }

        private CaseClock clock(String caseNo) {
            return clocks.find(caseNo, KIND).orElseThrow();
        }

        private static Instant time(String text) {
            return OffsetDateTime.parse(text).toInstant();
        }
    }
}
