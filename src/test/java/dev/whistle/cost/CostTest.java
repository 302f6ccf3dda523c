package dev.whistle.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.cost.ComplaintLife.Way;
import dev.whistle.procedure.companyexit.EndedHandovers;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.procedure.whistle.WhistleStory;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.Statements;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What one complaint costs, from start form to archive, in SQL statements and commits: times swing with the machine,
 * these do not. Ours does more than the engine, which keeps no case, party, clock, timeline or archive; the aim is to
 * cost no more than the engine as it comes, and the limit half as much again as the engine at its barest.
 */
@OnPostgres
class CostTest {

    private static final double LIMIT = 1.5;

    /** Done in one step, a complaint is all record and hardly any engine: case, person, clock, timeline, archive. */
    private static final double LIMIT_IN_ONE_STEP = 2.0;

    /**
     * A letter is a Word file that is drafted, numbered and stored in versions, of which a bare engine does nothing; a
     * whistle tells somebody at each of its steps, and keeps what each said to it.
     */
    private static final double LIMIT_WITH_LETTERS = 1.6;

    /** Statements of a Word file that is drafted, numbered, signed and served in one step, where a bare engine rests. */
    private static final int A_LETTER_ON_THE_SPOT = 30;

    /**
     * Statements of a second case in the same life: its number, file, register of days and the letter to the owners,
     * of which a bare engine does nothing.
     */
    private static final int A_SECOND_CASE = 50;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Desk desk;

    @Autowired
    private WhistleStory whistle;

    @Autowired
    private EndedHandovers handovers;

    @BeforeEach
    void inTime() {
        desk.itIs("2026-09-14T02:00:00Z");
    }

    @AfterEach
    void backToTheRealTime() {
        handovers.none();
        desk.itIsNow();
    }

    @Test
    void aComplaintCostsLittleMoreThanItsModel() {
        Map<Way, Statements> bare = bare(ProcessEngineConfiguration.HISTORY_ACTIVITY);
        Map<Way, Statements> asItComes = bare(ProcessEngineConfiguration.HISTORY_FULL);
        Map<Way, Statements> ours = counted(engine);

        System.out.println("""

                One complaint on PostgreSQL, caches warm, a JDBC batch counted once: statements / commits
                (a) Whistle  (b) the bare engine: history activity, no-op beans  (c) the engine as it comes: history full
                """);
        ours.forEach((way, cost) -> System.out.printf(
                "%-24s (a) %4d / %d  (b) %4d  (c) %4d   (a) is %.2f x (b) and %.2f x (c)%n",
                way.label(),
                cost.count(),
                cost.commits(),
                of(way, bare).count(),
                of(way, asItComes).count(),
                (double) cost.count() / of(way, bare).count(),
                (double) cost.count() / of(way, asItComes).count()));
        assertThat(ours).allSatisfy((way, cost) -> {
            assertThat(cost.count())
                    .as("statements of %s: %s", way.label(), String.join("\n", cost.sql()))
                    .isLessThanOrEqualTo((int) (limit(way) * of(way, bare).count()));
            assertThat(cost.commits())
                    .as("one transaction a step")
                    .isEqualTo(of(way, bare).commits());
        });
    }

    /** An order to one unit and one to three: from the first step to the archive, two letters' worth of steps each. */
    @Test
    void anOrderCostsLittleMoreThanItsModel() {
        try (BareEngine bare = new BareEngine(ProcessEngineConfiguration.HISTORY_ACTIVITY)) {
            for (int units : new int[] {1, 3}) {
                assertLittleMore(
                        "an order to " + units,
                        AssignmentLife.counted(engine, units),
                        AssignmentLife.counted(bare.engine(), units),
                        0);
            }
        }
    }

    /** A first notice, put right in time. */
    @Test
    void aFirstNoticeCostsLittleMoreThanItsModel() {
        try (BareEngine bare = new BareEngine(ProcessEngineConfiguration.HISTORY_ACTIVITY)) {
            assertLittleMore(
                    "a first notice",
                    EscalationLife.counted(
                            engine,
                            () -> desk.starts(
                                    "wanli-1", ComplaintProcess.ID, ComplaintStory.call("2026-09-14T09:40:00+08:00"))),
                    EscalationLife.counted(bare.engine(), () -> "TS-2026-000001"),
                    0);
        }
    }

    /**
     * A street's whistle from its start form to what the street finds on site, and one that is handed over and
     * punished.
     */
    @Test
    void aWhistleCostsLittleMoreThanItsModel() {
        try (BareEngine bare = new BareEngine(ProcessEngineConfiguration.HISTORY_ACTIVITY)) {
            for (boolean penalty : new boolean[] {false, true}) {
                assertLittleMore(
                        penalty ? "a whistle, punished" : "a whistle, confirmed",
                        WhistleLife.counted(engine, penalty, whistle::packed),
                        WhistleLife.counted(bare.engine(), penalty, any -> WhistleStory.packed("1", "2")),
                        0);
            }
        }
    }

    /** A company is ordered out of a compound: decided, signed, served, and its handover begun. */
    @Test
    void anExitCostsLittleMoreThanItsModel() {
        try (BareEngine bare = new BareEngine(ProcessEngineConfiguration.HISTORY_ACTIVITY)) {
            assertLittleMore(
                    "a company that leaves",
                    ExitLife.counted(
                            engine,
                            caseNo -> handovers.ended(String.valueOf(caseNo), ExitLife.COMPOUND, "state-owned")),
                    ExitLife.counted(bare.engine(), any -> {}),
                    A_SECOND_CASE);
        }
    }

    /** A compound that nobody runs, from its street's form until a service centre takes care of it. */
    @Test
    void aHandoverCostsLittleMoreThanItsModel() {
        try (BareEngine bare = new BareEngine(ProcessEngineConfiguration.HISTORY_ACTIVITY)) {
            assertLittleMore(
                    "a compound that nobody ran", HandoverLife.counted(engine), HandoverLife.counted(bare.engine()), 0);
        }
    }

    /** What a patrol found: put right by the company, and dissuaded with the three forms. */
    @Test
    void aFindingCostsLittleMoreThanItsModel() {
        try (BareEngine bare = new BareEngine(ProcessEngineConfiguration.HISTORY_ACTIVITY)) {
            for (boolean forms : new boolean[] {false, true}) {
                assertLittleMore(
                        forms ? "a finding, three forms" : "a finding, put right",
                        FindingLife.counted(engine, forms),
                        FindingLife.counted(bare.engine(), forms),
                        forms ? 3 * A_LETTER_ON_THE_SPOT : 0);
            }
        }
    }

    /** @param onTheSpot statements of what a bare engine does not do at all */
    private static void assertLittleMore(String what, Statements ours, Statements bare, int onTheSpot) {
        System.out.printf(
                "%-24s (a) %4d / %d  (b) %4d   (a) is %.2f x (b), on PostgreSQL as above%n",
                what, ours.count(), ours.commits(), bare.count(), (double) ours.count() / bare.count());
        assertThat(ours.count())
                .as("statements of %s: %s", what, String.join("\n", ours.sql()))
                .isLessThanOrEqualTo((int) (LIMIT_WITH_LETTERS * bare.count()) + onTheSpot);
        assertThat(ours.commits()).as("one transaction a step").isEqualTo(bare.commits());
    }

    /** Who holds the case: a statement a step, and one to read it for the archive. */
    @Test
    void holdersCostAStatementAStep() {
        Statements cost = ComplaintLife.counted(engine, Way.PHONE);

        assertThat(cost.sql().stream().filter(it -> it.contains("whistle.case_hold")))
                .hasSize(cost.commits() + 1);
    }

    private static double limit(Way way) {
        return way == Way.ON_THE_SPOT ? LIMIT_IN_ONE_STEP : LIMIT;
    }

    private static Statements of(Way way, Map<Way, Statements> costs) {
        return Objects.requireNonNull(costs.get(way));
    }

    private static Map<Way, Statements> bare(String history) {
        try (BareEngine bare = new BareEngine(history)) {
            return counted(bare.engine());
        }
    }

    private static Map<Way, Statements> counted(ProcessEngine engine) {
        Map<Way, Statements> costs = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            costs.put(way, ComplaintLife.counted(engine, way));
        }
        return costs;
    }
}
