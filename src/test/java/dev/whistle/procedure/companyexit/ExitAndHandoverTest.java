package dev.whistle.procedure.companyexit;

import static dev.whistle.procedure.companyexit.CompanyExitStory.decided;
import static dev.whistle.procedure.companyexit.CompanyExitStory.wanted;
import static dev.whistle.procedure.companyexit.CompanyExitStory.withdrawn;
import static dev.whistle.procedure.compoundhandover.CompoundHandoverStory.chosen;
import static dev.whistle.procedure.compoundhandover.CompoundHandoverStory.decided;
import static dev.whistle.procedure.compoundhandover.CompoundHandoverStory.emergency;
import static dev.whistle.procedure.compoundhandover.CompoundHandoverStory.nobodyNeeded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.document.LetterStory;
import dev.whistle.engine.CaseEvents;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Responsibility;
import dev.whistle.procedure.assignment.AssignmentDesk;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Decision;
import dev.whistle.procedure.companyexit.CompanyExitProcess.End;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Reason;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Tasks;
import dev.whistle.procedure.complaint.CaseBook;
import dev.whistle.procedure.compoundhandover.CompoundHandoverProcess;
import dev.whistle.procedure.compoundhandover.HandoverDesk;
import dev.whistle.procedure.letter.LetterProcess;
import dev.whistle.procedure.standin.StandInProcess;
import dev.whistle.register.Exits;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** P05 as a whole: the decision that a company leaves, and its compound handed over to whoever follows. */
class ExitAndHandoverTest {

    private static final String MONDAY = "2026-09-14T02:00:00Z";
    private static final String TODAY = "2026-09-14";
    private static final String LAST_DAY = "2026-10-31";
    private static final String AFTER = "2026-11-01";

    /** In 沈巷镇, for resettled people, run by company-5. */
    private static final String COMPOUND = "compound-38";

    /** What company-7 runs: three of commercial housing, one for resettled people, an old one; in three streets. */
    private static final List<String> FIVE =
            List.of("compound-01", "compound-12", "compound-23", "compound-34", "compound-45");

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

        @Autowired
        Exits exits;

        @Autowired
        AssignmentDesk letters;

        @LocalServerPort
        int port;

        private final Map<String, List<Responsibility>> before = new HashMap<>();

        @BeforeEach
        void onMonday() {
            desk.itIs(MONDAY);
            before.put(COMPOUND, responsibilities.history(COMPOUND));
            FIVE.forEach(it -> before.put(it, responsibilities.history(it)));
        }

        @AfterEach
        void asBefore() {
            before.forEach(handovers::restores);
            desk.itIsNow();
        }

        /** Ordered out, then the state-owned company takes over from the day after its last; the exit is done with it. */
        @Clause("JJ.A8.3.2")
        @Test
        void orderedOutAndTakenOver() {
            String exit = ordered();
            String handover = handovers.open(COMPOUND);
            assertThat(handovers.runs(COMPOUND, AFTER)).isEqualTo("basic-service community-shenxiang-3");
            stateOwnedTakesOver(handover);
            handovers.informs(handover, TODAY);
            assertThat(book.file(exit).closed()).isFalse();
            handovers.handsOver(handover, TODAY);

            assertThat(book.file(handover).outcome()).isEqualTo("state-owned");
            assertThat(book.file(exit).outcome()).isEqualTo(End.COMPLETED.outcome());
            assertThat(handovers.told(exit, COMPOUND)).isEqualTo("state-owned");
            assertThat(handovers.runs(COMPOUND, LAST_DAY)).isEqualTo("contract company-5");
            assertThat(handovers.runs(COMPOUND, AFTER)).isEqualTo("takeover company-1");
            JsonNode sheet = sheetOf(exit);
            assertThat(sheet.path("handover").asText()).isEqualTo(handover);
            assertThat(sheet.path("company").asText()).isEqualTo("company-5");
            assertThat(sheet.path("lastDay").asText()).isEqualTo(LAST_DAY);
            assertThat(sheet.path("state").asText()).isEqualTo("done");
            assertThat(sheet.path("outcomeName").asText()).isEqualTo("国有企业已接管");
        }

        /** The order is withdrawn: the handover ends with it, and the company runs the compound as before. */
        @Test
        void orderedOutAndWithdrawn() {
            String exit = ordered();
            String handover = handovers.open(COMPOUND);
            withdrawsOrder(exit);
            assertThat(book.file(handover).outcome()).isEqualTo("handover-withdrawn");
            assertThat(book.file(exit).closed()).isTrue();
            assertThat(handovers.runs(COMPOUND, AFTER)).isEqualTo("contract company-5");
            assertThat(sheetOf(exit).path("outcomeName").asText()).isEqualTo("交接已撤回");
        }

        /** One decision, five compounds, each handed over in a way of its own; the exit is done with the last of them. */
        @Clause("JJ.A8.3.2")
        @Test
        void outOfTheDistrictAndFiveHandedOver() {
            String exit = orderedOutOfTheDistrict();
            Map<String, String> cases = handoversOf(exit);
            assertThat(cases).containsOnlyKeys(FIVE);
            assertThat(cases.values()).doesNotHaveDuplicates();

            ownersTakeOver(handover("compound-01"));
            newCompanyIsChosen(handover("compound-12"), "company-3");
            communityTakesCare(handover("compound-23"));
            stateOwnedTakesOver(handover("compound-34"));
            communityTakesCare(handover("compound-45"));
            cases.forEach((compound, handover) -> {
                assertThat(book.file(exit).closed()).as("before " + compound).isFalse();
                handovers.informs(handover, TODAY);
                handovers.handsOver(handover, TODAY);
                assertThat(book.file(handover).closed()).as(compound).isTrue();
            });

            assertThat(book.file(exit).outcome()).isEqualTo(End.COMPLETED.outcome());
            assertThat(FIVE)
                    .extracting(it -> it + " " + handovers.told(exit, it) + ", " + handovers.runs(it, AFTER))
                    .containsExactly(
                            "compound-01 self-run, self-run owners",
                            "compound-12 new-company, contract company-3",
                            "compound-23 basic-service, basic-service community-shenxiang-1",
                            "compound-34 state-owned, takeover company-1",
                            "compound-45 basic-service, basic-service community-guandou-1");
            assertThat(FIVE)
                    .allMatch(it -> handovers.runs(it, LAST_DAY).equals("contract company-7"))
                    .allMatch(it -> handovers.alwaysSomebody(it, TODAY, "2027-03-01"));
        }

        /** The order is taken back when one of the five is in other hands: that goes to its end, four are as before. */
        @Test
        void outOfTheDistrictAndWithdrawn() {
            String exit = orderedOutOfTheDistrict();
            Map<String, String> cases = handoversOf(exit);
            String replaced = handover("compound-45");
            handovers.does(replaced, StandInProcess.Tasks.NAME, emergency("company-2", TODAY));
            handovers.issues(replaced, "takeover-commission", TODAY);
            assertThat(handovers.runs("compound-45", TODAY)).isEqualTo("emergency company-2");

            withdrawsOrder(exit);

            assertThat(book.file(exit).outcome()).isEqualTo(End.WITHDRAWN.outcome());
            cases.forEach((compound, handover) -> {
                if (!handover.equals(replaced)) {
                    assertThat(book.file(handover).outcome()).as(compound).isEqualTo("handover-withdrawn");
                    assertThat(handovers.runs(compound, AFTER)).isEqualTo("contract company-7");
                }
            });
            assertThat(book.file(replaced).closed()).isFalse();

            Map<String, Object> decision = decided(TODAY, "committee", "basic-service");
            decision.put("serviceUnit", "community");
            decision.put("takesOverFrom", AFTER);
            handovers.does(replaced, CompoundHandoverProcess.Tasks.DECIDE, decision);
            handovers.informs(replaced, TODAY);
            handovers.handsOver(replaced, TODAY);

            assertThat(book.file(replaced).outcome()).isEqualTo("basic-service");
            assertThat(handovers.told(exit, "compound-45")).isEqualTo("basic-service");
            assertThat(handovers.runs("compound-45", LAST_DAY)).isEqualTo("emergency company-2");
            assertThat(handovers.runs("compound-45", AFTER)).isEqualTo("basic-service community-guandou-1");
            assertThat(exits.leaving("company-7", "compound-02"))
                    .as("it may stay")
                    .isEmpty();
        }

        private void ownersTakeOver(String handover) {
            Map<String, Object> decision = decided(TODAY, "committee", "self-run");
            decision.put("resolution", "业主大会2026年第2号");
            decision.put("takesOverFrom", AFTER);
            follows(handover, decision);
            nobodyNeedStandIn(handover);
        }

        private void newCompanyIsChosen(String handover, String company) {
            follows(handover, decided(TODAY, "committee", "new-company"));
            handovers.does(
                    handover, CompoundHandoverProcess.Tasks.TENDER, chosen(company, "HT-2026-12", AFTER, "2029-10-31"));
            nobodyNeedStandIn(handover);
        }

        private void communityTakesCare(String handover) {
            Map<String, Object> decision = decided(TODAY, "committee", "basic-service");
            decision.put("serviceUnit", "community");
            decision.put("takesOverFrom", AFTER);
            follows(handover, decision);
            nobodyNeedStandIn(handover);
        }

        private void stateOwnedTakesOver(String handover) {
            Map<String, Object> decision = decided(TODAY, "committee", "state-owned");
            decision.put("commissioner", "committee");
            decision.put("takingOver", "company-1");
            decision.put("takesOverFrom", AFTER);
            follows(handover, decision);
            handovers.issues(handover, "takeover-commission", TODAY);
            nobodyNeedStandIn(handover);
        }

        private void follows(String handover, Map<String, Object> decision) {
            handovers.does(handover, CompoundHandoverProcess.Tasks.DECIDE, decision);
        }

        private void nobodyNeedStandIn(String handover) {
            handovers.does(handover, StandInProcess.Tasks.NAME, nobodyNeeded());
        }

        private String handover(String compound) {
            return handovers.open(compound);
        }

        /** Numbers of the cases that hand over what is left in an exit, by compound. */
        private Map<String, String> handoversOf(String exit) {
            return exits.of(exit).stream()
                    .collect(Collectors.toMap(Exits.LeftCompound::compound, it -> String.valueOf(it.handover())));
        }

        private String orderedOutOfTheDistrict() {
            String exit = desk.starts(
                    "district",
                    CompanyExitProcess.ID,
                    wanted(Reason.DISTRICT_BOTTOM, "company-7", "compound-01", TODAY + "T09:40:00+08:00"));
            desk.does("district", exit, Tasks.DECIDE, decided(Decision.EXIT, LAST_DAY));
            for (String community : List.of("community-guandou-1", "community-sihe-2", "community-shenxiang-1")) {
                letters.issues(exit, community, TODAY);
            }
            served(exit); // the order
            served(exit); // what the public-resource centre is told
            return exit;
        }

        private void served(String exit) {
            Map<String, Object> signature = new HashMap<>(Map.of("decision", LetterProcess.Decision.SIGNED));
            signature.put("remark", null);
            desk.does("district-lead", exit, LetterProcess.Tasks.SIGN, signature);
            desk.does("district", exit, LetterProcess.Tasks.SERVE, LetterStory.served(TODAY, true));
        }

        private void withdrawsOrder(String exit) {
            desk.as("district", () -> {
                events.record(book.file(exit), CompanyExitProcess.Messages.WITHDRAWN, withdrawn(TODAY));
                return exit;
            });
        }

        /** What the compound's sheet says of an exit. */
        private JsonNode sheetOf(String exit) {
            JsonNode exits = Http.program(port, "district")
                    .get("/api/compounds/" + COMPOUND)
                    .json()
                    .path("exits");
            return StreamSupport.stream(exits.spliterator(), false)
                    .filter(it -> it.path("caseNo").asText().equals(exit))
                    .findFirst()
                    .orElseThrow();
        }

        private String ordered() {
            String exit = desk.starts(
                    "district",
                    CompanyExitProcess.ID,
                    wanted(Reason.RESETTLEMENT_BOTTOM, "company-5", COMPOUND, TODAY + "T09:40:00+08:00"));
            desk.does("district", exit, Tasks.DECIDE, decided(Decision.EXIT, LAST_DAY));
            served(exit);
            return exit;
        }
    }
}
