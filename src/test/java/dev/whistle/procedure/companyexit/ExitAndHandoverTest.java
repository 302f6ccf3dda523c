package dev.whistle.procedure.companyexit;

import static dev.whistle.procedure.companyexit.CompanyExitStory.decided;
import static dev.whistle.procedure.companyexit.CompanyExitStory.wanted;
import static dev.whistle.procedure.companyexit.CompanyExitStory.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.document.LetterStory;
import dev.whistle.engine.CaseEvents;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Responsibility;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Decision;
import dev.whistle.procedure.companyexit.CompanyExitProcess.End;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Reason;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Tasks;
import dev.whistle.procedure.complaint.CaseBook;
import dev.whistle.procedure.compoundhandover.CompoundHandoverProcess;
import dev.whistle.procedure.compoundhandover.HandoverDesk;
import dev.whistle.procedure.letter.LetterProcess;
import dev.whistle.procedure.standin.StandInProcess;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** P05 as a whole: the decision that a company leaves, and its compound handed over to whoever follows. */
class ExitAndHandoverTest {

    private static final String MONDAY = "2026-09-14T02:00:00Z";
    private static final String TODAY = "2026-09-14";
    private static final String LAST_DAY = "2026-10-31";

    /** In 沈巷镇, for resettled people, run by company-5. */
    private static final String COMPOUND = "compound-38";

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        @Autowired
        Desk desk;

        @Autowired
        HandoverDesk handovers;

        @Autowired
        CaseBook book;

        @Autowired
        CaseEvents events;

        @Autowired
        Responsibilities responsibilities;

        private List<Responsibility> before = List.of();

        @BeforeEach
        void onMonday() {
            desk.itIs(MONDAY);
            before = responsibilities.history(COMPOUND);
        }

        @AfterEach
        void asBefore() {
            handovers.restores(COMPOUND, before);
            desk.itIsNow();
        }

        /** Ordered out, then the state-owned company takes over from the day after its last; the exit is done with it. */
        @Clause("JJ.A8.3.2")
        @Test
        void orderedOutAndTakenOver() {
            String exit = ordered();
            String handover = handovers.open(COMPOUND);
            assertThat(handovers.runs(COMPOUND, "2026-11-01")).isEqualTo("basic-service community-shenxiang-3");
            Map<String, Object> decision = new HashMap<>(Map.of(
                    "decidedBy",
                    "committee",
                    "decidedOn",
                    TODAY,
                    "successor",
                    "state-owned",
                    "commissioner",
                    "committee",
                    "takingOver",
                    "company-1",
                    "takesOverFrom",
                    "2026-11-01",
                    "decisionNote",
                    "由国有企业接管"));
            desk.does("shenxiang", handover, CompoundHandoverProcess.Tasks.DECIDE, decision);
            handovers.issues(handover, "takeover-commission", TODAY);
            desk.does(
                    "shenxiang",
                    handover,
                    StandInProcess.Tasks.NAME,
                    new HashMap<>(Map.of("standInBasis", "none", "standInNote", "国有企业次日接手")));
            handovers.informs(handover, TODAY);
            assertThat(book.file(exit).closed()).isFalse();
            handovers.handsOver(handover, TODAY);

            assertThat(book.file(handover).outcome()).isEqualTo("state-owned");
            assertThat(book.file(exit).outcome()).isEqualTo(End.COMPLETED.outcome());
            assertThat(handovers.told(exit, COMPOUND)).isEqualTo("state-owned");
            assertThat(handovers.runs(COMPOUND, LAST_DAY)).isEqualTo("contract company-5");
            assertThat(handovers.runs(COMPOUND, "2026-11-01")).isEqualTo("takeover company-1");
        }

        /** The order is withdrawn: the handover ends with it, and the company runs the compound as before. */
        @Test
        void orderedOutAndWithdrawn() {
            String exit = ordered();
            String handover = handovers.open(COMPOUND);
            desk.as("district", () -> {
                events.record(book.file(exit), CompanyExitProcess.Messages.WITHDRAWN, withdrawn(TODAY));
                return exit;
            });
            assertThat(book.file(handover).outcome()).isEqualTo("handover-withdrawn");
            assertThat(book.file(exit).closed()).isTrue();
            assertThat(handovers.runs(COMPOUND, "2026-11-01")).isEqualTo("contract company-5");
        }

        private String ordered() {
            String exit = desk.starts(
                    "district",
                    CompanyExitProcess.ID,
                    wanted(Reason.RESETTLEMENT_BOTTOM, "company-5", COMPOUND, TODAY + "T09:40:00+08:00"));
            desk.does("district", exit, Tasks.DECIDE, decided(Decision.EXIT, LAST_DAY));
            Map<String, Object> signature = new HashMap<>(Map.of("decision", LetterProcess.Decision.SIGNED));
            signature.put("remark", null);
            desk.does("district-lead", exit, LetterProcess.Tasks.SIGN, signature);
            desk.does("district", exit, LetterProcess.Tasks.SERVE, LetterStory.served(TODAY, true));
            return exit;
        }
    }
}
