package dev.whistle.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whistle.organisation.Basis;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Responsibility;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.register.Exits.LeftCompound;
import dev.whistle.register.Exits.NewExit;
import dev.whistle.testing.Clause;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who runs which compound by which contract, and who is leaving it. */
class RegistersTest {

    private static final String CASE = "TC-2026-900101";
    private static final String OTHER_CASE = "TC-2026-900102";
    private static final String LEAVING = "company-10";
    private static final String COMING = "company-1";

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        @Autowired
        Contracts contracts;

        @Autowired
        Exits exits;

        @Autowired
        Responsibilities responsibilities;

        @Autowired
        Compounds compounds;

        @Autowired
        JdbcClient db;

        @Autowired
        TransactionTemplate transactions;

        @Autowired
        Clock clock;

        private String compound = "";

        @BeforeEach
        void twoCases() {
            compound = runBy(LEAVING).get(0);
            // The demo's own contract is in the way of those that are tried out here.
            db.sql("""
                    update whistle.contract set ended_on = date '1999-12-31', ended_for = 'T'
                    where compound = ? and ended_on is null""").param(compound).update();
            List.of(CASE, OTHER_CASE)
                    .forEach(it -> db.sql("""
                                    insert into whistle.case_file
                                        (case_no, procedure, title, unit, received_at, opened_at, tracking)
                                    values (?, 'company-exit', '企业退出', 'district-office', current_timestamp,
                                        current_timestamp, ?)""").params(it, "R" + it).update());
        }

        @AfterEach
        void asItWas() {
            db.sql("delete from whistle.responsibility_log where case_no like 'TC-2026-9001%'")
                    .update();
            db.sql("delete from whistle.exit_compound where case_no like 'TC-2026-9001%'")
                    .update();
            db.sql("delete from whistle.company_exit where case_no like 'TC-2026-9001%'")
                    .update();
            db.sql("delete from whistle.contract where number like 'T-%'").update();
            db.sql("update whistle.contract set ended_on = null, ended_for = null where ended_for = 'T'")
                    .update();
            db.sql("delete from whistle.responsibility where case_no like 'TC-2026-9001%'")
                    .update();
            db.sql("delete from whistle.case_file where case_no like 'TC-2026-9001%'")
                    .update();
        }

        /** JJ.A8.3.2: who runs it is not for a program alone to keep right. */
        @Clause("JJ.A8.3.2")
        @Test
        void theDatabaseHoldsThatSomebodyRunsIt() {
            refused("delete from whistle.responsibility where compound = ?", compound);
            refused("update whistle.compound set runs_from = null where id = ?", compound);
            refused("""
                    insert into whistle.responsibility (compound, from_day, basis, company, recorded_at)
                    select compound, from_day, 'EMERGENCY', 'company-1', current_timestamp
                    from whistle.responsibility where compound = ?""", compound);
            refused("update whistle.responsibility set company = null where compound = ?", compound);
            refused("update whistle.responsibility set basis = 'SELF_RUN' where compound = ?", compound);
        }

        /** JJ.A8.3.2: the day before the successor's first day is the last of the one before. */
        @Clause("JJ.A8.3.2")
        @Test
        void oneAfterTheOther() {
            LocalDate first = today().plusDays(10);

            passes(Responsibility.beginning(compound, first, Basis.EMERGENCY, COMING, CASE), "step-1");
            passes(Responsibility.beginning(compound, first, Basis.EMERGENCY, COMING, CASE), "step-1");

            assertThat(responsibilities.on(compound, first.minusDays(1)))
                    .map(Responsibility::company)
                    .hasValue(LEAVING);
            assertThat(responsibilities.on(compound, first)).hasValueSatisfying(it -> {
                assertThat(it.company()).isEqualTo(COMING);
                assertThat(it.basis()).isEqualTo(Basis.EMERGENCY);
                assertThat(it.to()).isNull();
            });
            assertThat(responsibilities.on(compound, LocalDate.of(1899, 12, 31)))
                    .as("before it is known")
                    .isEmpty();
            assertThat(logged("RECORDED")).isEqualTo(1);

            transactions.executeWithoutResult(t -> responsibilities.takeBack(compound, CASE));

            assertThat(responsibilities.on(compound, first))
                    .map(Responsibility::company)
                    .hasValue(LEAVING);
            assertThat(logged("TAKEN_BACK")).isEqualTo(1);
        }

        @Test
        void nobodyRunsWhatIsNotForHim() {
            assertThat(refusal(() -> passes(
                            Responsibility.beginning(compound, today(), Basis.EMERGENCY, "street-wanli", CASE),
                            "step-2")))
                    .containsExactly("runner");
            assertThat(refusal(() -> passes(
                            Responsibility.beginning(compound, today(), Basis.BASIC_SERVICE, COMING, CASE), "step-3")))
                    .containsExactly("runner");
            assertThat(refusal(() -> passes(
                            Responsibility.beginning("compound-none", today(), Basis.TAKEOVER, COMING, CASE),
                            "step-4")))
                    .containsExactly("compound");
        }

        @Test
        void aContractOnceAndOneAtATime() {
            Contract first = contract("T-1", COMING, far(), far().plusYears(2));
            signs(first);
            signs(first);

            assertThat(contracts.of(compound).stream().filter(it -> it.number().startsWith("T-")))
                    .containsExactly(first);
            assertThat(refusal(() -> signs(contract("T-2", "company-2", far().plusYears(2), far().plusYears(3)))))
                    .as("its last day is the other's first")
                    .containsExactly("fromDay");
            assertThat(refusal(() -> signs(contract("T-1", "company-2", far().plusYears(4), far().plusYears(5)))))
                    .containsExactly("number");

            ends(COMING, far().plusDays(30));
            ends(COMING, far().plusDays(60));

            assertThat(contracts.on(compound, far().plusDays(30)))
                    .map(Contract::number)
                    .hasValue("T-1");
            assertThat(contracts.on(compound, far().plusDays(31)))
                    .as("what has ended is not prolonged")
                    .isEmpty();
            signs(contract("T-2", "company-2", far().plusDays(31), far().plusYears(3)));
            assertThat(contracts.on(compound, far().plusDays(31)))
                    .map(Contract::number)
                    .hasValue("T-2");
        }

        @Test
        void aContractThatNeverRanIsInNobodysWay() {
            signs(contract("T-3", COMING, far().plusDays(10), far().plusYears(1)));
            ends(COMING, far());

            signs(contract("T-4", "company-2", far(), far().plusYears(1)));

            assertThat(contracts.on(compound, far().plusDays(10)))
                    .map(Contract::number)
                    .hasValue("T-4");
        }

        @Test
        void allThatIsWrongWithAContractIsToldAtOnce() {
            assertThat(refusal(() -> signs(new Contract(
                            " ",
                            compound,
                            "company-none",
                            ContractKind.OWNERS,
                            far(),
                            far().minusDays(1),
                            new BigDecimal("0.001"),
                            6,
                            null,
                            null,
                            CASE))))
                    .containsExactlyInAnyOrder("company", "number", "toDay", "yearlySum", "grade");
        }

        /** Two officers enter contracts for one compound at once: the second one is told of the first. */
        @Test
        void twoAtOnce() throws Exception {
            CyclicBarrier together = new CyclicBarrier(2);
            ExecutorService two = Executors.newFixedThreadPool(2);
            try {
                List<Future<Void>> both = List.of("T-5", "T-6").stream()
                        .map(number -> two.submit((Callable<Void>) () -> {
                            together.await();
                            signs(contract(number, COMING, far(), far().plusYears(1)));
                            return null;
                        }))
                        .toList();
                assertThat(both.stream().map(Story::failure).filter(Problem.class::isInstance))
                        .hasSize(1);
            } finally {
                two.shutdownNow();
            }
            assertThat(contracts.of(compound).stream().filter(it -> it.number().startsWith("T-")))
                    .hasSize(1);
        }

        /** JJ.A8.3.2: out of one compound it may run the others, and not this one again. */
        @Clause("JJ.A8.3.2")
        @Test
        void outOfOneCompound() {
            String stays = runBy(LEAVING).get(1);
            opens(new NewExit(CASE, LEAVING, compound, "application", today().plusDays(30)));
            opens(new NewExit(CASE, LEAVING, compound, "application", today().plusDays(30)));

            assertThat(exits.of(CASE)).containsExactly(new LeftCompound(CASE, compound, null, null));
            assertThat(exits.leaving(LEAVING, compound)).hasValue(CASE);
            assertThat(exits.leaving(LEAVING, stays)).isEmpty();
            assertThat(refusal(() -> opens(new NewExit(OTHER_CASE, LEAVING, compound, "left", null))))
                    .as("it is left already")
                    .containsExactly("compound");
            assertThat(refusal(() -> opens(new NewExit(OTHER_CASE, COMING, compound, "application", null))))
                    .as("it does not run it")
                    .containsExactly("compound");
            assertThat(refusal(() -> signs(contract("T-7", LEAVING, today(), today().plusYears(1)))))
                    .contains("company");

            transactions.executeWithoutResult(t -> {
                exits.started(CASE, compound, OTHER_CASE);
                exits.ended(CASE, compound, "new-company");
            });

            assertThat(exits.of(CASE)).containsExactly(new LeftCompound(CASE, compound, OTHER_CASE, "new-company"));
            assertThat(exits.leaving(LEAVING, compound)).isEmpty();
        }

        /** JJ.A8.3.2: out of the district means every compound, and none again. */
        @Clause("JJ.A8.3.2")
        @Test
        void outOfTheDistrict() {
            List<String> all = runBy(LEAVING);
            opens(new NewExit(CASE, LEAVING, null, "district-bottom", today().plusDays(30)));

            assertThat(exits.of(CASE)).extracting(LeftCompound::compound).containsExactlyInAnyOrderElementsOf(all);
            assertThat(exits.leaving(LEAVING, "compound-01")).hasValue(CASE);

            transactions.executeWithoutResult(t -> all.forEach(it -> exits.ended(CASE, it, "state-owned")));

            assertThat(exits.leaving(LEAVING, compound))
                    .as("it stays out when all is handed over")
                    .hasValue(CASE);
        }

        @Test
        void whatIsTakenBackIsNoExit() {
            opens(new NewExit(CASE, LEAVING, null, "district-bottom", today().plusDays(30)));

            transactions.executeWithoutResult(t -> exits.withdraw(CASE));

            assertThat(exits.leaving(LEAVING, compound)).isEmpty();
            assertThat(exits.leftIn(compound)).isEmpty();
        }

        private List<String> runBy(String company) {
            return compounds.all().stream()
                    .filter(it -> company.equals(it.company()))
                    .map(Compound::id)
                    .sorted()
                    .toList();
        }

        private Contract contract(String number, String company, LocalDate from, LocalDate to) {
            return new Contract(
                    number,
                    compound,
                    company,
                    ContractKind.OWNERS,
                    from,
                    to,
                    new BigDecimal("860000.00"),
                    3,
                    null,
                    null,
                    CASE);
        }

        private void signs(Contract contract) {
            transactions.executeWithoutResult(t -> contracts.sign(contract));
        }

        private void ends(String company, LocalDate lastDay) {
            transactions.executeWithoutResult(t -> contracts.end(compound, company, lastDay, "合同解除", CASE));
        }

        private void opens(NewExit exit) {
            transactions.executeWithoutResult(t -> exits.open(exit));
        }

        private void passes(Responsibility next, @Nullable String step) {
            transactions.executeWithoutResult(t -> responsibilities.pass(next, step));
        }

        private void refused(String sql, String parameter) {
            assertThatThrownBy(() -> db.sql(sql).param(parameter).update())
                    .as(sql)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }

        private int logged(String what) {
            return db.sql("select count(*) from whistle.responsibility_log where case_no = ? and what = ?")
                    .params(CASE, what)
                    .query(Integer.class)
                    .single();
        }

        private LocalDate today() {
            return LocalDate.now(clock);
        }

        /** After all contracts of the demo. */
        private LocalDate far() {
            return today().plusYears(20);
        }

        private static List<String> refusal(Runnable act) {
            try {
                act.run();
                return List.of();
            } catch (Problem refused) {
                return refused.errors().stream().map(FieldError::field).toList();
            }
        }

        private static @Nullable Throwable failure(Future<Void> one) {
            try {
                one.get();
                return null;
            } catch (ExecutionException failed) {
                return failed.getCause();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
