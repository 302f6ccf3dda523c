package dev.whistle.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.testing.Desk;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.Statements;
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

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Desk desk;

    @BeforeEach
    void inTime() {
        desk.itIs("2026-09-14T02:00:00Z");
    }

    @AfterEach
    void backToTheRealTime() {
        desk.itIsNow();
    }

    @Test
    void aComplaintCostsLittleMoreThanItsModel() {
        Statements ours = ComplaintLife.counted(engine);
        Statements bare = bare(ProcessEngineConfiguration.HISTORY_ACTIVITY);
        Statements asItComes = bare(ProcessEngineConfiguration.HISTORY_FULL);

        System.out.printf(
                """

                One complaint on PostgreSQL, caches warm, a JDBC batch counted once   statements  commits
                (a) Whistle: case, party, clock, timeline, archive                    %10d  %7d
                (b) the bare engine: authorization, history activity, no-op beans     %10d  %7d
                (c) the engine as it comes: authorization, history full, no-op beans  %10d  %7d
                (a) is %.2f × (b) and %.2f × (c)

                """,
                ours.count(),
                ours.commits(),
                bare.count(),
                bare.commits(),
                asItComes.count(),
                asItComes.commits(),
                (double) ours.count() / bare.count(),
                (double) ours.count() / asItComes.count());
        assertThat(ours.count())
                .as("statements: %s", String.join("\n", ours.sql()))
                .isLessThanOrEqualTo((int) (LIMIT * bare.count()));
        assertThat(ours.sql().stream().filter(it -> it.contains("whistle.case_hold")))
                .as("who holds the case: a statement a step, and one to read it for the archive")
                .hasSize(ours.commits() + 1);
        assertThat(ours.commits()).as("one transaction a step").isEqualTo(bare.commits());
    }

    private static Statements bare(String history) {
        try (BareEngine bare = new BareEngine(history)) {
            return ComplaintLife.counted(bare.engine());
        }
    }
}
