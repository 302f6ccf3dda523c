package dev.whistle.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.casefile.Holding;
import dev.whistle.casefile.Holdings;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Who held a case how long, through whatever can happen to its tasks. Times are minutes after nine. */
class HoldingsTest {

    private static final String FIRE = "dept-fire.officer";
    private static final String FIRE_LEADS = "dept-fire.lead";
    private static final String POLICE = "dept-police.officer";
    private static final String STREET = "street-wanli.officer";
    private static final Instant NINE = Instant.parse("2026-09-10T01:00:00Z");

    @Nested
    @OnH2
    class H2 extends Life {}

    @Nested
    @OnPostgres
    class PostgreSql extends Life {}

    abstract static class Life {

        @Autowired
        RepositoryService repository;

        @Autowired
        RuntimeService runtime;

        @Autowired
        TaskService tasks;

        @Autowired
        ProcessEngineConfigurationImpl engine;

        @Autowired
        Unrestricted unrestricted;

        @Autowired
        Holdings holdings;

        @Autowired
        Desk desk;

        @Autowired
        JdbcTemplate db;

        @Autowired
        TransactionTemplate transaction;

        private String deployment = "";
        private String instance = "";
        private String caseNo = "";

        @BeforeEach
        void deploy() {
            deployment = repository
                    .createDeployment()
                    .addClasspathResource("dev/whistle/engine/holding.bpmn")
                    .deploy()
                    .getId();
        }

        @AfterEach
        void undeploy() {
            desk.itIsNow();
            repository.deleteDeployment(deployment, true);
        }

        @Test
        void unitsThatHaveATaskEachHoldTheCaseAtTheSameTime() {
            begins(FIRE, POLICE, STREET);
            doneAt(10, "userTask_first");
            doneAt(30, "userTask_second");
            doneAt(35, "userTask_last");

            assertHeld("dept-fire 0-10 其一", "dept-police 0-30 其二", "street-wanli 30-35 末尾");
        }

        @Test
        void tasksOfOneUnitAtTheSameTimeCountOnceAndItsNextOneLeavesNoGap() {
            begins(FIRE, FIRE + "," + FIRE_LEADS, FIRE_LEADS);
            doneAt(10, "userTask_second");
            doneAt(30, "userTask_first");
            assertHeld("dept-fire 0- 其一、其二、末尾");
            doneAt(35, "userTask_last");

            assertHeld("dept-fire 0-35 其一、其二、末尾");
        }

        @Test
        void aUnitThatGetsTheCaseBackHoldsItTwice() {
            begins(FIRE, POLICE, FIRE);
            doneAt(10, "userTask_first");
            doneAt(30, "userTask_second");
            doneAt(35, "userTask_last");

            assertHeld("dept-fire 0-10 其一", "dept-police 0-30 其二", "dept-fire 30-35 末尾");
        }

        @Test
        void aTaskThatIsRecalledIsHeldNoLonger() {
            begins(FIRE, POLICE, STREET);
            itIs(20);
            runtime.createMessageCorrelation("holding.recalled")
                    .processInstanceId(instance)
                    .correlate();

            assertHeld("dept-fire 0- 其一", "dept-police 0-20 其二");
        }

        @Test
        void aProcessThatIsDeletedHoldsNobody() {
            begins(FIRE, POLICE, STREET);
            itIs(20);
            runtime.deleteProcessInstance(instance, "登记有误", true);

            assertHeld("dept-fire 0-20 其一", "dept-police 0-20 其二");
        }

        @Test
        void handedFromUnitToUnit() {
            begins(FIRE, POLICE, STREET);
            itIs(5);
            tasks.addCandidateGroup(task("userTask_first"), STREET);
            itIs(7);
            tasks.deleteCandidateGroup(task("userTask_first"), FIRE);
            itIs(9);
            tasks.deleteCandidateGroup(task("userTask_second"), POLICE); // it has none left for a while
            itIs(12);
            tasks.addCandidateGroup(task("userTask_second"), POLICE);

            assertHeld("dept-fire 0-7 其一", "dept-police 0-9 其二", "street-wanli 5- 其一", "dept-police 12- 其二");
        }

        @Test
        void anotherRoleOfTheUnitHoldsOn() {
            begins(FIRE, POLICE, STREET);
            itIs(5);
            tasks.addCandidateGroup(task("userTask_first"), FIRE_LEADS);
            tasks.addCandidateGroup(task("userTask_first"), FIRE_LEADS);
            itIs(7);
            tasks.deleteCandidateGroup(task("userTask_first"), FIRE);
            itIs(9);
            tasks.claim(task("userTask_first"), "police");
            assertHeld("dept-fire 0- 其一", "dept-police 0- 其二");
            doneAt(11, "userTask_first");

            assertHeld("dept-fire 0-11 其一", "dept-police 0- 其二");
        }

        @Test
        void whatIsTakenAndGivenBackInOneGoWasNeverAway() {
            begins(FIRE, POLICE, STREET);
            itIs(5);
            engine.getCommandExecutorTxRequired().execute(context -> {
                var it = context.getTaskManager().findTaskById(task("userTask_first"));
                it.deleteCandidateGroup(FIRE);
                it.addCandidateGroup(FIRE);
                return it;
            });

            assertHeld("dept-fire 0- 其一", "dept-police 0- 其二");
        }

        @Test
        void whatIsRolledBackWasNeverHeld() {
            begins(FIRE, POLICE, STREET);
            transaction.executeWithoutResult(status -> {
                doneAt(5, "userTask_first");
                assertHeld("dept-fire 0-5 其一", "dept-police 0- 其二");
                status.setRollbackOnly();
            });

            assertHeld("dept-fire 0- 其一", "dept-police 0- 其二");
        }

        @Test
        void groupsThatAreNoUnitsAndTasksWithoutACaseAreNobodysTime() {
            begins("camunda-admin", FIRE, STREET);

            assertHeld("dept-fire 0- 其二");
        }

        /** Cases that were open before the ledger came: their units hold them since their tasks were made. */
        @Test
        void openTasksOfAnEarlierVersionAreTakenOver() {
            begins(FIRE, FIRE + "," + FIRE_LEADS + ",camunda-admin", STREET);
            transaction.executeWithoutResult(status -> {
                db.update("delete from whistle.case_hold");
                db.execute(takingOver());

                assertThat(holdings.of(caseNo)).singleElement().satisfies(it -> {
                    assertThat(it.unit()).isEqualTo("dept-fire");
                    assertThat(it.tasks()).containsExactlyInAnyOrder("其一", "其二"); // made in one moment
                    assertThat(it.since()).isEqualTo(NINE);
                    assertThat(it.holds()).isTrue();
                });
                assertThat(db.queryForObject(
                                "select count(*) from whistle.case_hold where case_no = ?", Integer.class, caseNo))
                        .as("one row a task")
                        .isEqualTo(2);
                status.setRollbackOnly();
            });
        }

        private static String takingOver() {
            try {
                String migration = new ClassPathResource("db/migration/V8__holding.sql")
                        .getContentAsString(StandardCharsets.UTF_8);
                return migration.substring(migration.indexOf("insert into")).replace(";", "");
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private void begins(String first, String second, String last) {
            itIs(0);
            instance = desk.as(
                    "wanli-1",
                    () -> unrestricted.run(() -> runtime.startProcessInstanceByKey(
                                    "holding", Map.of("first", first, "second", second, "last", last))
                            .getId()));
            caseNo = runtime.createProcessInstanceQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getBusinessKey();
        }

        private void doneAt(int minute, String element) {
            itIs(minute);
            tasks.complete(task(element));
        }

        private String task(String element) {
            return tasks.createTaskQuery()
                    .processInstanceId(instance)
                    .taskDefinitionKey(element)
                    .singleResult()
                    .getId();
        }

        private void itIs(int minute) {
            desk.itIs(NINE.plusSeconds(60L * minute).toString());
        }

        private void assertHeld(String... expected) {
            List<Holding> held = holdings.of(caseNo);
            assertThat(held.stream().map(Life::told)).containsExactly(expected);
        }

        private static String told(Holding holding) {
            Instant until = holding.until();
            return holding.unit()
                    + " " + minute(holding.since()) + "-" + (until == null ? "" : minute(until))
                    + " " + String.join("、", holding.tasks());
        }

        private static long minute(Instant time) {
            return (time.getEpochSecond() - NINE.getEpochSecond()) / 60;
        }
    }
}
