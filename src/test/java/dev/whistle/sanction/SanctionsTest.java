package dev.whistle.sanction;

import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The ladder's ledger among many at once. */
class SanctionsTest {

    private static final String STREET = "street-wanli";

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {

        @Autowired
        Jobs jobs;

        /** JJ.G3: five hundred answers are not given by one midnight. */
        @Clause("JJ.G3")
        @Test
        void aMidnightOfBreaches() {
            List<String> matters = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                matters.add(desk.starts("wanli-1", ComplaintProcess.ID, call("2026-09-10T09:40:00+08:00")));
            }
            desk.itIs("2026-09-28T16:00:00Z");
            jobs.withExecutor(() -> Awaitility.await()
                    .atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> breaches(matters) == matters.size()));

            assertThat(db.queryForList("""
                            select s.matter from whistle.sanction s join whistle.sanction_event e on e.sanction_id = s.id
                            where s.party = 'street-wanli' and s.rung = 'FIRST_NOTICE' and e.kind = 'IMPOSED'
                                and s.matter between ? and ?""", String.class, matters.get(0), matters.get(499)))
                    .as("one first notice each")
                    .containsExactlyInAnyOrderElementsOf(matters);
            assertThat(db.queryForList("""
                            select d.case_no from whistle.document d join whistle.case_file f on f.case_no = d.case_no
                            where f.parent_case between ? and ?""", String.class, matters.get(0), matters.get(499)))
                    .as("and its letter")
                    .hasSize(500)
                    .doesNotHaveDuplicates();
        }

        private int breaches(List<String> matters) {
            return db.queryForObject(
                    "select count(*) from whistle.breach where case_no is not null and matter between ? and ?",
                    Integer.class,
                    matters.get(0),
                    matters.get(matters.size() - 1));
        }
    }

    abstract static class Story {

        @Autowired
        Desk desk;

        @Autowired
        Sanctions sanctions;

        @Autowired
        Answerables answerables;

        @Autowired
        TransactionTemplate transaction;

        @Autowired
        JdbcTemplate db;

        @BeforeEach
        void thursday() {
            desk.itIs("2026-09-10T02:00:00Z");
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        /** Two nodes, or an officer and a timer, take the same rung: one has it. */
        @Test
        void aRungIsTakenOnce() throws Exception {
            String matter = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-09-10T09:40:00+08:00"));
            String other = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-09-10T09:40:00+08:00"));
            CyclicBarrier together = new CyclicBarrier(4);
            ExecutorService nodes = Executors.newFixedThreadPool(4);
            try {
                List<Future<Boolean>> tries = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    String step = "step-" + i;
                    tries.add(nodes.submit(() -> {
                        together.await();
                        return imposes(matter, other, step);
                    }));
                }
                int won = 0;
                for (Future<Boolean> it : tries) {
                    won += it.get() ? 1 : 0;
                }
                assertThat(won).isEqualTo(1);
            } finally {
                nodes.shutdown();
            }
            assertThat(sanctions.ofCase(other))
                    .hasSize(1)
                    .first()
                    .satisfies(it -> assertThat(it.events()).hasSize(1));
        }

        private boolean imposes(String matter, String caseNo, String step) {
            try {
                transaction.executeWithoutResult(status ->
                        sanctions.impose(matter, answerables.unit(STREET), LadderRung.FIRST_NOTICE, caseNo, step));
                return true;
            } catch (RuntimeException somebodyElseHasIt) {
                return false;
            }
        }
    }
}
