package dev.whistle.procedure.companyexit;

import static dev.whistle.procedure.companyexit.CompanyExitStory.confirmed;
import static dev.whistle.procedure.companyexit.CompanyExitStory.decided;
import static dev.whistle.procedure.companyexit.CompanyExitStory.endedByOwners;
import static dev.whistle.procedure.companyexit.CompanyExitStory.examined;
import static dev.whistle.procedure.companyexit.CompanyExitStory.resolved;
import static dev.whistle.procedure.companyexit.CompanyExitStory.wanted;
import static dev.whistle.procedure.companyexit.CompanyExitStory.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whistle.document.LetterStory;
import dev.whistle.engine.CaseEvents;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import dev.whistle.procedure.Ending;
import dev.whistle.procedure.assignment.AssignmentDesk;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Decision;
import dev.whistle.procedure.companyexit.CompanyExitProcess.End;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Reason;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Tasks;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Variables;
import dev.whistle.procedure.complaint.CaseBook;
import dev.whistle.procedure.letter.LetterProcess;
import dev.whistle.register.Committee;
import dev.whistle.register.CommitteeKind;
import dev.whistle.register.Committees;
import dev.whistle.register.Exits;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** P05: a company leaves, for each of the nine reasons, by whoever decides it, to every end. */
class CompanyExitTest {

    /** A Monday, ten in the morning in China. */
    private static final String MONDAY = "2026-09-14T02:00:00Z";

    private static final String RECEIVED = "2026-09-14T09:40:00+08:00";
    private static final String TODAY = "2026-09-14";
    private static final String LAST_DAY = "2026-10-31";

    private static final String RESETTLEMENT = "compound-30"; // in Wanli, run by company-1
    private static final String COMMERCIAL = "compound-05"; // in Wanli, run by company-5
    private static final String OLD = "compound-47"; // in Wanli, run by company-6

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
        AssignmentDesk letters;

        @Autowired
        CaseBook book;

        @Autowired
        CaseEvents events;

        @Autowired
        Jobs jobs;

        @Autowired
        Exits exits;

        @Autowired
        Committees committees;

        @Autowired
        EndedHandovers handovers;

        @Autowired
        ProcessEngine engine;

        @Autowired
        TransactionTemplate transaction;

        @Autowired
        JdbcTemplate db;

        @BeforeEach
        void onMonday() {
            desk.itIs(MONDAY);
        }

        @AfterEach
        void asItWas() {
            handovers.none();
            db.update("update whistle.company_exit set state = 'WITHDRAWN'");
            noCommittee();
            desk.itIsNow();
        }

        /** JJ.A8.3.2 (a): out of that compound, and the subsidy is cancelled. */
        @Clause("JJ.A8.3.2")
        @Test
        void aResettlementCompoundThatFailed() {
            String caseNo = desk.starts(
                    "district",
                    CompanyExitProcess.ID,
                    wanted(Reason.RESETTLEMENT_BOTTOM, "company-1", RESETTLEMENT, RECEIVED));
            assertThat(caseNo).matches("TC-2026-\\d{6}");
            assertThat(desk.open(caseNo)).containsExactly(Tasks.DECIDE);
            desk.does("district", caseNo, Tasks.DECIDE, decided(Decision.EXIT, LAST_DAY));
            assertThat(handedOver(caseNo)).as("not before the company is told").isEmpty();
            assertThat(credit(caseNo)).as("nor is anything on its record").isEmpty();
            noticeServed(caseNo, "district");

            assertThat(book.documents(caseNo)).containsExactly("exit-order ACKNOWLEDGED");
            assertThat(credit(caseNo)).containsExactly("company-1 SUBSIDY_CANCELLED " + RESETTLEMENT);
            assertThat(handedOver(caseNo)).containsExactly(RESETTLEMENT);
            String handover = exits.of(caseNo).get(0).handover();
            assertThat(handover).matches("(JG|LX)-2026-\\d{6}");
            assertThat(book.file(String.valueOf(handover))).satisfies(it -> {
                assertThat(it.parentCase()).isEqualTo(caseNo);
                assertThat(it.unit()).isEqualTo("street-wanli");
                assertThat(it.compound()).isEqualTo(RESETTLEMENT);
            });
            assertThat(closed(caseNo)).isFalse();
            handovers.ended(caseNo, RESETTLEMENT, "state-owned");

            ended(caseNo, End.COMPLETED);
            assertThat(book.clocks(caseNo)).containsExactly("exit.decision MET", "exit.leave MET");
            assertThat(book.told(caseNo)).contains("exit.completed company-1");
            assertThat(book.archive(caseNo)).contains(CompanyExitStory.GROUNDS, "责令退出通知书");
        }

        /** JJ.A8.3.2 (b): five compounds, five handovers, one decision, and none is forgotten. */
        @Clause("JJ.A8.3.2")
        @Test
        void outOfTheDistrictWithFiveCompounds() {
            String caseNo = desk.starts(
                    "district",
                    CompanyExitProcess.ID,
                    wanted(Reason.DISTRICT_BOTTOM, "company-7", "compound-01", RECEIVED));
            desk.does("district", caseNo, Tasks.DECIDE, decided(Decision.EXIT, LAST_DAY));
            for (String community : List.of("community-guandou-1", "community-sihe-2", "community-shenxiang-1")) {
                letters.issues(caseNo, community, TODAY);
            }
            noticeServed(caseNo, "district");
            assertThat(credit(caseNo)).containsExactly("company-7 BLACKLISTED null");
            assertThat(handedOver(caseNo)).as("the centre is told first").isEmpty();
            noticeServed(caseNo, "district");

            assertThat(book.documents(caseNo))
                    .containsExactlyInAnyOrder(
                            "committee-advice ACKNOWLEDGED",
                            "committee-advice ACKNOWLEDGED",
                            "committee-advice ACKNOWLEDGED",
                            "exit-order ACKNOWLEDGED",
                            "resource-centre ACKNOWLEDGED");
            List<String> five = List.of("compound-01", "compound-12", "compound-23", "compound-34", "compound-45");
            assertThat(handedOver(caseNo)).containsExactlyInAnyOrderElementsOf(five);
            assertThat(exits.of(caseNo))
                    .extracting(Exits.LeftCompound::handover)
                    .doesNotHaveDuplicates();
            for (String compound : five) {
                assertThat(closed(caseNo)).as("before " + compound).isFalse();
                handovers.ended(caseNo, compound, "new-company");
            }

            ended(caseNo, End.COMPLETED);
            assertThat(exits.leaving("company-7", "compound-02"))
                    .as("it stays out")
                    .hasValue(caseNo);
        }

        /** JJ.A8.3.2, YQ.P5 (c): any entry on the blacklist, by the rules of Jiujiang and Yongqiao. */
        @Clause("YQ.P5")
        @Test
        void blacklisted() {
            Map<String, Object> form = wanted(Reason.BLACKLISTED, "company-2", null, RECEIVED);
            form.put(Variables.LISTING, "first");
            String caseNo = desk.starts("district", CompanyExitProcess.ID, form);
            desk.does("district", caseNo, Tasks.DECIDE, decided(Decision.STAY, null));

            ended(caseNo, End.NOT_ORDERED);
            assertThat(exits.of(caseNo)).isEmpty();
            assertThat(credit(caseNo)).isEmpty();
        }

        /** AP.S4.2 (c): by the other rules the first entry lets it work on; after the second the owners dismiss it. */
        @Clause("AP.S4.2")
        @Test
        void blacklistedTwiceByTheOtherRules() throws IOException {
            String settings =
                    Files.readString(Path.of("processes/company-exit/exit-settings.dmn"), StandardCharsets.UTF_8);
            Deployment other = engine.getRepositoryService()
                    .createDeployment()
                    .addString("exit-settings.dmn", settings.replace("\"JJ\"", "\"AP\""))
                    .deploy();
            try {
                Map<String, Object> form = wanted(Reason.BLACKLISTED, "company-5", COMMERCIAL, RECEIVED);
                form.put(Variables.LISTING, "first");
                assertThat(said(refused("district", form)))
                        .containsExactly("exitReason 按照行动方案，首次列入失信名单的企业书面保证整改并缴纳保证金之后可以继续从业，不办理退出。");
                form.put(Variables.LISTING, "second");
                String caseNo = desk.starts("wanli-1", CompanyExitProcess.ID, form);
                assertThat(desk.sees("wanli-1", caseNo)).containsExactly(Tasks.OWNERS_DECIDE);
                assertThat(book.particular(caseNo, "exitDecider")).contains("居民委员会（代表业主）");
                desk.does("wanli-1", caseNo, Tasks.OWNERS_DECIDE, resolved(Decision.EXIT, TODAY));
                noticeServed(caseNo, "wanli");
                handovers.ended(caseNo, COMMERCIAL, "new-company");

                ended(caseNo, End.COMPLETED);
                assertThat(credit(caseNo)).containsExactly("company-5 BLACKLISTED " + COMMERCIAL);
            } finally {
                engine.getRepositoryService().deleteDeployment(other.getId(), true);
            }
        }

        /** JJ.A8.3.2 (d): the company applies, the street examines, the notice period is kept. */
        @Clause("JJ.A8.3.2")
        @Test
        void theCompanyApplies() {
            String caseNo = desk.starts(
                    "company-5", CompanyExitProcess.ID, wanted(Reason.APPLICATION, "company-5", COMMERCIAL, RECEIVED));
            assertThat(desk.sees("wanli", caseNo)).containsExactly(Tasks.EXAMINE);
            Problem early = catchThrowableOfType(
                    Problem.class,
                    () -> desk.does("wanli", caseNo, Tasks.EXAMINE, examined(Decision.EXIT, "2026-09-30")));
            assertThat(said(early)).containsExactly("lastDay 企业申请退出应当留足预告期，最后一日不能早于2026年10月14日，请改正。");
            assertThat(desk.open(caseNo)).containsExactly(Tasks.EXAMINE);

            desk.does("wanli", caseNo, Tasks.EXAMINE, examined(Decision.EXIT, null));
            assertThat(book.particular(caseNo, "lastDay")).isEqualTo("2026年10月14日");
            noticeServed(caseNo, "wanli");
            assertThat(book.documents(caseNo)).containsExactly("exit-notice ACKNOWLEDGED");
            handovers.ended(caseNo, COMMERCIAL, "new-company");
            ended(caseNo, End.COMPLETED);
        }

        /** JJ.A8.3.2 (d): the street persuades the company to stay. */
        @Test
        void theCompanyIsPersuaded() {
            String caseNo = desk.starts(
                    "company-6", CompanyExitProcess.ID, wanted(Reason.APPLICATION, "company-6", OLD, RECEIVED));
            desk.does("wanli", caseNo, Tasks.EXAMINE, examined(Decision.PERSUADED, null));

            ended(caseNo, End.PERSUADED);
            assertThat(exits.leftIn(OLD)).isEmpty();
        }

        /** AP.S4.2 (e): a committee in office decides; where its term is over, the residents' committee for the owners. */
        @Clause("AP.S4.2")
        @Test
        void theOwnersEndTheContract() {
            committee(LocalDate.of(2027, 1, 31));
            String first = desk.starts(
                    "wanli-1",
                    CompanyExitProcess.ID,
                    endedByOwners("company-5", COMMERCIAL, RECEIVED, "桂业〔2026〕1号", TODAY));
            assertThat(book.particular(first, "exitDecider")).isEqualTo("桂汀兰庭业主委员会");
            assertThat(desk.open(first)).as("decided already").containsExactly(LetterProcess.Tasks.SIGN);
            record(first);
            noCommittee();

            committee(LocalDate.of(2026, 9, 13));
            String second = desk.starts(
                    "wanli-1",
                    CompanyExitProcess.ID,
                    endedByOwners("company-5", COMMERCIAL, RECEIVED, "桂居〔2026〕2号", TODAY));
            assertThat(book.particular(second, "exitDecider")).contains("居民委员会（代表业主）");
            noticeServed(second, "wanli");
            handovers.ended(second, COMMERCIAL, "self-run");
            ended(second, End.COMPLETED);
        }

        /** AS.4 (f): whoever has gone is replaced at once; the papers follow, and need not be done first. */
        @Clause("AS.4")
        @Test
        void theCompanyHasLeft() {
            Map<String, Object> form = wanted(Reason.LEFT, "company-6", OLD, RECEIVED);
            form.put(Variables.LEFT_ON, TODAY);
            String caseNo = desk.starts("wanli-1", CompanyExitProcess.ID, form);
            desk.does("wanli", caseNo, Tasks.CONFIRM_LEFT, confirmed(true, TODAY));

            assertThat(handedOver(caseNo)).containsExactly(OLD);
            assertThat(urgent(caseNo)).isEqualTo("yes");
            assertThat(desk.open(caseNo)).containsExactly(LetterProcess.Tasks.SIGN);
            desk.does("wanli-lead", caseNo, LetterProcess.Tasks.SIGN, signature(LetterProcess.Decision.SIGNED));
            handovers.ended(caseNo, OLD, "state-owned");

            ended(caseNo, End.COMPLETED);
            assertThat(book.clocks(caseNo)).containsExactly("exit.decision MET");
        }

        @Test
        void theCompanyHasNotLeft() {
            Map<String, Object> form = wanted(Reason.LEFT, "company-6", OLD, RECEIVED);
            form.put(Variables.LEFT_ON, TODAY);
            String caseNo = desk.starts("wanli", CompanyExitProcess.ID, form);
            desk.does("wanli", caseNo, Tasks.CONFIRM_LEFT, confirmed(false, TODAY));

            ended(caseNo, End.NOT_ORDERED);
        }

        /** JJ.A7.3.7 (g): the committee is advised, the office orders it out of the compound. */
        @Clause("JJ.A7.3.7")
        @Test
        void aGraveConflict() {
            String caseNo = desk.starts(
                    "wanli", CompanyExitProcess.ID, wanted(Reason.GRAVE, "company-5", COMMERCIAL, RECEIVED));
            desk.does("district", caseNo, Tasks.DECIDE, decided(Decision.EXIT, null));
            letters.does(
                    "district-lead",
                    caseNo,
                    "community-wanli-1",
                    LetterProcess.Tasks.SIGN,
                    signature(LetterProcess.Decision.WITHDRAWN));
            noticeServed(caseNo, "district");
            handovers.ended(caseNo, COMMERCIAL, "new-company");

            ended(caseNo, End.COMPLETED);
            assertThat(book.documents(caseNo))
                    .containsExactlyInAnyOrder("committee-advice WITHDRAWN", "exit-order ACKNOWLEDGED");
            assertThat(book.particular(caseNo, "lastDay")).isEqualTo("2026年10月14日");
        }

        /** YQ.P3 (h): what the survey finds goes before the owners' assembly, which decides. */
        @Clause("YQ.P3")
        @Test
        void theSurveyFindsIt() {
            Map<String, Object> form = wanted(Reason.SURVEY, "company-1", RESETTLEMENT, RECEIVED);
            form.put(Variables.LEDGER, "合同到期没有续签；保洁人数不足。");
            String kept = desk.starts("wanli-3", CompanyExitProcess.ID, form);
            desk.does("wanli", kept, Tasks.OWNERS_DECIDE, resolved(Decision.STAY, TODAY));
            ended(kept, End.NOT_ORDERED);

            String ended = desk.starts("wanli", CompanyExitProcess.ID, form);
            assertThat(book.particular(ended, "exitDecider")).isEqualTo("松涧家园业主大会");
            desk.does("wanli", ended, Tasks.OWNERS_DECIDE, resolved(Decision.EXIT, TODAY));
            noticeServed(ended, "wanli");
            handovers.ended(ended, RESETTLEMENT, "new-company");
            ended(ended, End.COMPLETED);
        }

        /** AP.7 (i): cleared out of the trade; the lead does not sign, and the company stays. */
        @Clause("AP.7")
        @Test
        void theOrderIsNotSigned() {
            String caseNo = desk.starts(
                    "district", CompanyExitProcess.ID, wanted(Reason.CLEARED_OUT, "company-2", null, RECEIVED));
            desk.does("district", caseNo, Tasks.DECIDE, decided(Decision.EXIT, LAST_DAY));
            assertThat(exits.of(caseNo)).hasSize(3);
            for (String community : List.of("community-sihe-1", "community-guandou-4", "community-baimao-3")) {
                letters.issues(caseNo, community, TODAY);
            }
            desk.does("district-lead", caseNo, LetterProcess.Tasks.SIGN, signature(LetterProcess.Decision.WITHDRAWN));

            ended(caseNo, End.NOT_SIGNED);
            assertThat(exits.leaving("company-2", "compound-11")).isEmpty();
            assertThat(credit(caseNo)).isEmpty();
            assertThat(handedOver(caseNo)).isEmpty();
        }

        /** Taken back before it is decided, and while two compounds of five are handed over already. */
        @Test
        void withdrawnAtAnyTime() {
            String applied = desk.starts(
                    "company-5", CompanyExitProcess.ID, wanted(Reason.APPLICATION, "company-5", COMMERCIAL, RECEIVED));
            withdraws("wanli", applied);
            ended(applied, End.WITHDRAWN);
            assertThat(book.told(applied)).contains("exit.withdrawn company-5");

            String ordered = desk.starts(
                    "district", CompanyExitProcess.ID, wanted(Reason.CLEARED_OUT, "company-2", null, RECEIVED));
            desk.does("district", ordered, Tasks.DECIDE, decided(Decision.EXIT, LAST_DAY));
            for (String community : List.of("community-sihe-1", "community-guandou-4", "community-baimao-3")) {
                letters.issues(ordered, community, TODAY);
            }
            noticeServed(ordered, "district");
            noticeServed(ordered, "district");
            handovers.ended(ordered, "compound-11", "new-company");
            assertThat(catchThrowableOfType(Problem.class, () -> withdraws("housing", ordered)))
                    .as("not for a department to take back")
                    .isNotNull();
            withdraws("district", ordered);

            ended(ordered, End.WITHDRAWN);
            assertThat(exits.of(ordered))
                    .extracting(it -> it.compound() + " " + it.outcome())
                    .containsExactlyInAnyOrder(
                            "compound-11 new-company", "compound-22 withdrawn", "compound-44 withdrawn");
            assertThat(exits.leaving("company-2", "compound-22")).isEmpty();
            assertThat(book.clocks(ordered)).containsExactly("exit.decision MET", "exit.leave CANCELLED");
        }

        /** A street that does not decide in time is told of, and the ladder (P03) hears of it. */
        @Clause("JJ.A7.3.7")
        @Test
        void theStreetIsLate() {
            String caseNo = desk.starts(
                    "company-6", CompanyExitProcess.ID, wanted(Reason.APPLICATION, "company-6", OLD, RECEIVED));
            desk.itIs("2026-09-25T02:00:00Z");
            jobs.runDueOf(caseNo);
            assertThat(book.told(caseNo, "clock.reminder")).contains("clock.reminder wanli");
            desk.itIs("2026-09-30T02:00:00Z");
            jobs.runDueOf(caseNo);

            assertThat(book.told(caseNo, "clock.breached"))
                    .contains("clock.breached wanli-lead", "clock.breached district");
            assertThat(db.queryForList(
                            "select unit || ' ' || clause from whistle.breach where matter = ?", String.class, caseNo))
                    .containsExactly("street-wanli JJ.A7.3.7");
            desk.does("wanli", caseNo, Tasks.EXAMINE, examined(Decision.PERSUADED, null));
            ended(caseNo, End.PERSUADED);
        }

        /** Nobody has taken the compound over by the company's last day: company and office are told. */
        @Test
        void nobodyFollowsInTime() {
            String caseNo = desk.starts(
                    "wanli-1",
                    CompanyExitProcess.ID,
                    endedByOwners("company-5", COMMERCIAL, RECEIVED, "桂业〔2026〕1号", TODAY));
            noticeServed(caseNo, "wanli");
            desk.itIs("2026-10-15T02:00:00Z");
            jobs.runDueOf(caseNo);

            assertThat(book.told(caseNo, "clock.breached"))
                    .contains("clock.breached company-5", "clock.breached district");
            handovers.ended(caseNo, COMMERCIAL, "new-company");
            ended(caseNo, End.COMPLETED);
            assertThat(book.clocks(caseNo)).contains("exit.leave BREACHED");
        }

        /** Each row of the table: what is allowed where, and why the rest is not. */
        @Clause("JJ.A8.3.2")
        @Test
        void reasonsByClass() {
            String all = "resettlement commercial old-managed district";
            allowed(Reason.RESETTLEMENT_BOTTOM, "JJ", "first", "resettlement", all);
            allowed(Reason.DISTRICT_BOTTOM, "JJ", "first", "commercial old-managed district", all);
            allowed(Reason.BLACKLISTED, "JJ", "first", all, all);
            allowed(Reason.BLACKLISTED, "JJ", "second", all, all);
            allowed(Reason.BLACKLISTED, "AP", "first", "", all);
            allowed(Reason.BLACKLISTED, "AP", "second", "resettlement commercial old-managed", all);
            allowed(Reason.APPLICATION, "JJ", "first", "resettlement commercial old-managed", all);
            allowed(Reason.COMMITTEE_ENDED, "JJ", "first", "resettlement commercial old-managed", all);
            allowed(Reason.LEFT, "JJ", "first", "resettlement commercial old-managed", all);
            allowed(Reason.GRAVE, "JJ", "first", all, all);
            allowed(Reason.SURVEY, "JJ", "first", "resettlement commercial old-managed", all);
            allowed(Reason.CLEARED_OUT, "JJ", "first", all, all);
            assertThat(row(Reason.APPLICATION, "old-unmanaged", "JJ", "first")).isEmpty();
        }

        /** Whatever is wrong is told by the field's name, and no case is left behind. */
        @Test
        void badInput() {
            assertThat(said(refused("company-6", wanted(Reason.APPLICATION, "company-6", COMMERCIAL, RECEIVED))))
                    .containsExactly("compound “桂汀兰庭”不是“芜湖安栖物业服务有限公司”在管的小区，请核对小区和企业。");
            assertThat(said(refused("district", wanted(Reason.RESETTLEMENT_BOTTOM, "company-5", COMMERCIAL, RECEIVED))))
                    .containsExactly(
                            "exitReason “安置小区考核不达标”只适用于安置小区，且只退出该小区；商业开发小区、有物管的老旧小区连续三次处于后三名的，按“连续三次处于后三名”办理。");
            assertThat(said(refused("company-5", wanted(Reason.CLEARED_OUT, "company-5", COMMERCIAL, RECEIVED))))
                    .singleElement()
                    .asString()
                    .startsWith("exitReason 这一情形不由“芜湖鸣谷物业管理有限公司”登记");
            assertThat(said(refused("company-5", wanted(Reason.APPLICATION, "company-6", OLD, RECEIVED))))
                    .as("not among what its officer may choose")
                    .singleElement()
                    .asString()
                    .startsWith("company ");
            assertThat(said(refused("guandou", wanted(Reason.GRAVE, "company-5", COMMERCIAL, RECEIVED))))
                    .containsExactly("compound “桂汀兰庭”不在“官陡街道”的辖区内，请核对小区。");
            assertThat(refused("wanli-1", endedByOwners("company-5", COMMERCIAL, RECEIVED, null, null))
                            .errors())
                    .extracting(it -> it.field())
                    .containsExactly("decisionNo", "decisionOn");
            Map<String, Object> past = endedByOwners("company-5", COMMERCIAL, RECEIVED, "桂业〔2026〕1号", TODAY);
            past.put(Variables.LAST_DAY, TODAY);
            assertThat(said(refused("wanli-1", past))).containsExactly("lastDay 企业服务的最后一日应当在今天以后，请改正。");

            String open = desk.starts(
                    "wanli-1",
                    CompanyExitProcess.ID,
                    endedByOwners("company-5", COMMERCIAL, RECEIVED, "桂业〔2026〕1号", TODAY));
            assertThat(said(refused("company-5", wanted(Reason.APPLICATION, "company-5", COMMERCIAL, RECEIVED))))
                    .containsExactly("compound “桂汀兰庭”已经在办理退出（案件 " + open + "），请在该案中继续办理。");
        }

        private void allowed(String reason, String regime, String listing, String where, String classes) {
            for (String compoundClass : classes.split(" ")) {
                boolean here = List.of(where.split(" ")).contains(compoundClass);
                assertThat(row(reason, compoundClass, regime, listing))
                        .as("%s in %s, %s, %s", reason, compoundClass, regime, listing)
                        .hasValueSatisfying(it -> {
                            assertThat(it.get("allowed")).isEqualTo(here);
                            assertThat(String.valueOf(it.get("refusal")).isEmpty())
                                    .isEqualTo(here);
                            assertThat(String.valueOf(it.get("decider")).isEmpty())
                                    .isNotEqualTo(here);
                            assertThat(String.valueOf(it.get("clause"))).isNotEmpty();
                        });
            }
        }

        private Optional<Map<String, Object>> row(String reason, String compoundClass, String regime, String listing) {
            return engine
                    .getDecisionService()
                    .evaluateDecisionTableByKey("exit-reasons")
                    .variables(Map.of(
                            "exitReason", reason,
                            "compoundClass", compoundClass,
                            "regime", regime,
                            "listing", listing))
                    .evaluate()
                    .getResultList()
                    .stream()
                    .findFirst();
        }

        private void committee(LocalDate to) {
            transaction.executeWithoutResult(any -> committees.add(
                    new Committee(COMMERCIAL, CommitteeKind.COMMITTEE, "T-1", 7, LocalDate.of(2026, 9, 1), to, null)));
        }

        private void noCommittee() {
            db.update("delete from whistle.committee where filing_no = 'T-1'");
        }

        /** Its owners change their minds, so that the compound may be left once more. */
        private void record(String caseNo) {
            withdraws("wanli", caseNo);
            ended(caseNo, End.WITHDRAWN);
        }

        /** The one letter that is open is signed by the unit's lead and served. */
        private void noticeServed(String caseNo, String unit) {
            desk.does(unit + "-lead", caseNo, LetterProcess.Tasks.SIGN, signature(LetterProcess.Decision.SIGNED));
            desk.does(unit, caseNo, LetterProcess.Tasks.SERVE, LetterStory.served(TODAY, true));
        }

        private void withdraws(String user, String caseNo) {
            desk.as(user, () -> {
                events.record(book.file(caseNo), CompanyExitProcess.Messages.WITHDRAWN, withdrawn(TODAY));
                return caseNo;
            });
        }

        private static Map<String, Object> signature(String decision) {
            Map<String, Object> form = new HashMap<>(Map.of(LetterProcess.Variables.DECISION, decision));
            form.put(LetterProcess.Variables.REMARK, decision.equals(LetterProcess.Decision.SIGNED) ? null : "暂不发出。");
            return form;
        }

        private Problem refused(String user, Map<String, Object> form) {
            Integer before = db.queryForObject("select count(*) from whistle.case_file", Integer.class);
            Problem refused = catchThrowableOfType(Problem.class, () -> desk.starts(user, CompanyExitProcess.ID, form));
            assertThat(refused).isNotNull();
            assertThat(db.queryForObject("select count(*) from whistle.case_file", Integer.class))
                    .as("nothing is left behind")
                    .isEqualTo(before);
            return refused;
        }

        private static List<String> said(Problem problem) {
            return problem.errors().stream()
                    .map(it -> it.field() + " " + Texts.text(Locale.SIMPLIFIED_CHINESE, it))
                    .toList();
        }

        /** Compounds whose handover has a case. */
        private List<String> handedOver(String caseNo) {
            return exits.of(caseNo).stream()
                    .filter(it -> it.handover() != null)
                    .map(Exits.LeftCompound::compound)
                    .toList();
        }

        private Object urgent(String caseNo) {
            return engine.getRuntimeService()
                    .createVariableInstanceQuery()
                    .processInstanceIdIn(engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(
                                    String.valueOf(exits.of(caseNo).get(0).handover()))
                            .list()
                            .get(0)
                            .getId())
                    .variableName("urgent")
                    .list()
                    .get(0)
                    .getValue();
        }

        private List<String> credit(String caseNo) {
            return db.queryForList(
                    "select company || ' ' || kind || ' ' || coalesce(compound, 'null') from whistle.credit_fact"
                            + " where case_no = ? order by id",
                    String.class,
                    caseNo);
        }

        private boolean closed(String caseNo) {
            return book.file(caseNo).closed();
        }

        private void ended(String caseNo, Ending end) {
            assertThat(book.file(caseNo).outcome()).isEqualTo(end.outcome());
            assertThat(desk.path(caseNo)).contains(end.event());
            assertThat(desk.open(caseNo)).isEmpty();
            assertThat(book.clocks(caseNo)).noneMatch(it -> it.endsWith("RUNNING"));
            assertThat(book.archive(caseNo)).contains("物业服务企业退出", "结案归档");
        }
    }
}
