package dev.whistle.procedure.compoundhandover;

import static dev.whistle.procedure.compoundhandover.CompoundHandoverStory.basicService;
import static dev.whistle.procedure.compoundhandover.CompoundHandoverStory.chosen;
import static dev.whistle.procedure.compoundhandover.CompoundHandoverStory.decided;
import static dev.whistle.procedure.compoundhandover.CompoundHandoverStory.emergency;
import static dev.whistle.procedure.compoundhandover.CompoundHandoverStory.nobodyNeeded;
import static dev.whistle.procedure.compoundhandover.CompoundHandoverStory.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.whistle.casefile.CaseFile;
import dev.whistle.document.Docx;
import dev.whistle.engine.CaseEvents;
import dev.whistle.organisation.CompoundClass;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Responsibility;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import dev.whistle.procedure.Ending;
import dev.whistle.procedure.complaint.CaseBook;
import dev.whistle.procedure.compoundhandover.CompoundHandoverProcess.End;
import dev.whistle.procedure.compoundhandover.CompoundHandoverProcess.Tasks;
import dev.whistle.procedure.standin.StandInProcess;
import dev.whistle.register.Contract;
import dev.whistle.register.ContractKind;
import dev.whistle.register.Contracts;
import dev.whistle.register.RegisterLog;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** P05: one compound handed over, to every end; on no day has it nobody. */
class CompoundHandoverTest {

    /** A Monday, ten in the morning in China. */
    private static final String MONDAY = "2026-09-14T02:00:00Z";

    private static final String TODAY = "2026-09-14";
    private static final String COMMERCIAL = "compound-15";
    private static final String RESETTLEMENT = "compound-38";
    private static final String NOBODYS = "compound-58";

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
        HandoverDesk handover;

        @Autowired
        CaseBook book;

        @Autowired
        CaseEvents events;

        @Autowired
        Contracts contracts;

        @Autowired
        Responsibilities responsibilities;

        @Autowired
        Successions successions;

        @Autowired
        Units units;

        @Autowired
        RegisterLog log;

        @Autowired
        Jobs jobs;

        @Autowired
        JdbcTemplate db;

        private final Map<String, List<Responsibility>> before = new HashMap<>();

        @BeforeEach
        void onMonday() {
            desk.itIs(MONDAY);
            List.of(COMMERCIAL, RESETTLEMENT, NOBODYS).forEach(it -> before.put(it, responsibilities.history(it)));
            before.forEach(handover::restores); // without the demo's contracts: these tests sign their own
        }

        @AfterEach
        void asBefore() {
            before.forEach(handover::restores);
            desk.itIsNow();
        }

        /** A commercial compound: an emergency company stands in, the committee tenders anew, all is handed over. */
        @Clause("JJ.A8.3.2.3")
        @Test
        void newCompanyContracted() {
            String caseNo = handover.leaves(COMMERCIAL, "application", "2026-09-30");
            assertThat(caseNo).matches("JG-2026-\\d{6}");
            assertThat(handover.runs(COMMERCIAL, "2026-09-30")).isEqualTo("contract company-11");
            assertThat(handover.runs(COMMERCIAL, "2026-10-01"))
                    .as("as long as nobody else is named")
                    .isEqualTo("basic-service community-shenxiang-1");
            assertThat(desk.open(caseNo))
                    .containsExactlyInAnyOrder(
                            "userTask_signLetter", StandInProcess.Tasks.NAME, Tasks.HAND_OVER, Tasks.DECIDE);

            handover.informs(caseNo, TODAY);
            standsIn(caseNo, emergency("company-2", "2026-10-01"), TODAY);
            assertThat(handover.runs(COMMERCIAL, "2026-10-01")).isEqualTo("emergency company-2");
            handover.handsOver(caseNo, TODAY);
            desk.does("shenxiang", caseNo, Tasks.DECIDE, decided(TODAY, "committee", "new-company"));
            desk.itIs("2026-11-02T02:00:00Z");
            desk.does("shenxiang", caseNo, Tasks.TENDER, chosen("company-3", "HT-2026-15", "2026-11-16", "2029-11-15"));

            ended(caseNo, End.NEW_COMPANY);
            assertThat(handover.runs(COMMERCIAL, "2026-09-30")).isEqualTo("contract company-11");
            assertThat(handover.runs(COMMERCIAL, "2026-10-01")).isEqualTo("emergency company-2");
            assertThat(handover.runs(COMMERCIAL, "2026-11-15")).isEqualTo("emergency company-2");
            assertThat(handover.runs(COMMERCIAL, "2026-11-16")).isEqualTo("contract company-3");
            assertThat(handover.alwaysSomebody(COMMERCIAL, "2026-09-01", "2027-03-01"))
                    .isTrue();
            assertThat(contracts.of(COMMERCIAL))
                    .extracting(it -> it.number() + " " + it.company() + " " + it.from() + " " + it.lastDay())
                    .endsWith(
                            "JJWY-2024-009 company-11 2024-07-01 2026-09-30",
                            "HT-2026-15 company-3 2026-11-16 2029-11-15");
            assertThat(log.about(COMMERCIAL).stream().filter(it -> it.source().equals(caseNo)))
                    .as("the registers' history, the newest first")
                    .extracting(it -> it.kind().label()
                            + it.changes().stream()
                                    .map(change -> " " + change.column() + " " + change.after())
                                    .collect(Collectors.joining()))
                    .anyMatch(it -> it.startsWith("物业服务合同") && it.contains("合同编号 HT-2026-15"))
                    .anyMatch(it -> it.startsWith("物业服务合同") && it.contains("终止日期 2026-09-30"))
                    .anyMatch(it -> it.startsWith("管理责任") && it.contains("开始日期 2026-11-16 依据 物业服务合同"))
                    .anyMatch(it -> it.startsWith("管理责任") && it.contains("开始日期 2026-10-01"))
                    .hasSize(4);
            assertThat(handover.clocks(caseNo))
                    .containsExactlyInAnyOrder(
                            "handover.inform MET 2026-09-17",
                            "handover.stand-in MET 2026-09-30",
                            "handover.complete MET 2026-09-29",
                            "handover.tender 1 MET 2026-11-13");
            assertThat(book.documents(caseNo))
                    .containsExactlyInAnyOrder(
                            "owners-notice ACKNOWLEDGED",
                            "takeover-commission ACKNOWLEDGED",
                            "handover-certificate ACKNOWLEDGED");
            assertThat(certificate(caseNo))
                    .contains(
                            "原物业服务企业：" + units.nameOf("company-11") + "。小区：巷南锦绣城。",
                            "1．物业服务用房：不适用（本小区没有此项）",
                            "8．钥匙和门禁：不适用（本小区没有此项）",
                            "移交人：申屠交（退出的企业）",
                            "接收人：闻人接（业主委员会）",
                            "见证人：公西见（巷南社区）")
                    .doesNotContain("«");
            assertThat(handover.told(handover.parent(caseNo), COMMERCIAL)).isEqualTo("new-company");
            assertThat(book.told(caseNo, "handover.settled")).contains("handover.settled shenxiang-1");
            assertThat(book.archive(caseNo)).contains("登记新合同", "巷南锦绣城", "公告栏");
        }

        /** The company has left a resettlement compound: the state-owned company first, papers after, then for good. */
        @Clause("JJ.A8.3.2.2")
        @Test
        void stateOwnedCompanyTookOver() {
            String caseNo = handover.leaves(RESETTLEMENT, "left", null);
            assertThat(desk.open(caseNo)).containsExactly(StandInProcess.Tasks.NAME);
            Problem refused = catchThrowableOfType(
                    Problem.class,
                    () -> desk.does(
                            "shenxiang", caseNo, StandInProcess.Tasks.NAME, emergency("company-5", "2026-09-14")));
            assertThat(refused.errors()).extracting(it -> it.field()).containsExactly("takingOver");
            desk.does("shenxiang", caseNo, StandInProcess.Tasks.NAME, emergency("company-1", "2026-09-14"));
            handover.letter(caseNo, "takeover-commission", "withdrawn");
            assertThat(desk.open(caseNo)).as("named again").containsExactly(StandInProcess.Tasks.NAME);
            standsIn(caseNo, emergency("company-1", "2026-09-14"), TODAY);
            assertThat(handover.runs(RESETTLEMENT, "2026-09-13")).isEqualTo("contract company-5");
            assertThat(handover.runs(RESETTLEMENT, TODAY)).isEqualTo("emergency company-1");

            handover.informs(caseNo, TODAY);
            handover.settlesList(caseNo, "accounts");
            desk.does("shenxiang", caseNo, Tasks.HAND_OVER, refused());
            assertThat(desk.open(caseNo)).as("papers after").contains(Tasks.HAND_OVER);
            desk.does("shenxiang", caseNo, Tasks.HAND_OVER, refused());
            assertThat(desk.open(caseNo)).doesNotContain(Tasks.HAND_OVER);
            Problem notThere = catchThrowableOfType(
                    Problem.class,
                    () -> desk.does("shenxiang", caseNo, Tasks.DECIDE, decided(TODAY, "committee", "self-run")));
            assertThat(notThere.errors()).extracting(it -> it.field()).contains("successor");
            Map<String, Object> takeover = decided(TODAY, "committee", "state-owned");
            takeover.put("commissioner", "committee");
            takeover.put("takingOver", "company-1");
            takeover.put("takesOverFrom", "2026-10-08");
            desk.does("shenxiang", caseNo, Tasks.DECIDE, takeover);
            handover.issues(caseNo, "takeover-commission", TODAY);

            ended(caseNo, End.STATE_OWNED);
            assertThat(handover.runs(RESETTLEMENT, "2026-10-07")).isEqualTo("emergency company-1");
            assertThat(handover.runs(RESETTLEMENT, "2026-10-08")).isEqualTo("takeover company-1");
            assertThat(handover.told(handover.parent(caseNo), RESETTLEMENT)).isEqualTo("state-owned");
            assertThat(policeOf(caseNo))
                    .as("what is the owners' was handed over")
                    .isEmpty();
        }

        /** The owners run it themselves from the day after the company's last; nobody need stand in. */
        @Clause("JJ.A8.3.2.3")
        @Test
        void ownersRunItThemselves() {
            String caseNo = handover.leaves(COMMERCIAL, "committee-ended", "2026-09-30");
            Problem needed = catchThrowableOfType(
                    Problem.class, () -> desk.does("shenxiang", caseNo, StandInProcess.Tasks.NAME, nobodyNeeded()));
            assertThat(said(needed)).containsExactly("standInBasis 接续方还没有确定，或者不是从原企业服务的次日起接手，中间不能无人管理，请确定过渡管理。");
            Map<String, Object> decision = decided(TODAY, "committee", "self-run");
            decision.put("resolution", "业主大会2026年第2号");
            decision.put("takesOverFrom", "2026-10-01");
            desk.does("shenxiang", caseNo, Tasks.DECIDE, decision);
            assertThat(handover.runs(COMMERCIAL, "2026-10-01")).isEqualTo("self-run owners");
            desk.does("shenxiang", caseNo, StandInProcess.Tasks.NAME, nobodyNeeded());
            handover.informs(caseNo, TODAY);
            handover.handsOver(caseNo, TODAY);

            ended(caseNo, End.SELF_RUN);
            assertThat(handover.runs(COMMERCIAL, "2026-09-30")).isEqualTo("contract company-11");
            assertThat(handover.runs(COMMERCIAL, "2026-10-01")).isEqualTo("self-run owners");
            assertThat(handover.runs(COMMERCIAL, "2026-12-01")).isEqualTo("self-run owners");
        }

        /** Nobody runs it: registered by the street, and the street's own service centre takes care of it. */
        @Clause("AS.10")
        @Test
        void unattended() {
            assertThat(said(catchThrowableOfType(
                            Problem.class,
                            () -> desk.starts("shenxiang", CompoundHandoverProcess.ID, found(COMMERCIAL)))))
                    .hasSize(1)
                    .allMatch(it -> it.startsWith("compound 小区“巷南锦绣城”由"));
            String caseNo = desk.starts("shenxiang", CompoundHandoverProcess.ID, found(NOBODYS));
            assertThat(said(catchThrowableOfType(
                            Problem.class, () -> desk.starts("shenxiang", CompoundHandoverProcess.ID, found(NOBODYS)))))
                    .containsExactly("compound 小区“巷南供销社宿舍”正在另案交接（案件 " + caseNo + "），请在该案中继续办理。");
            desk.does("shenxiang", caseNo, StandInProcess.Tasks.NAME, basicService("community", TODAY));
            assertThat(desk.open(caseNo)).doesNotContain(Tasks.HAND_OVER);
            handover.informs(caseNo, TODAY);
            Map<String, Object> decision = decided(TODAY, "street", "basic-service");
            decision.put("serviceUnit", "street");
            decision.put("takesOverFrom", "2026-10-08");
            desk.does("shenxiang", caseNo, Tasks.DECIDE, decision);

            ended(caseNo, End.BASIC_SERVICE);
            assertThat(handover.runs(NOBODYS, "2026-10-07")).isEqualTo("basic-service community-shenxiang-1");
            assertThat(handover.runs(NOBODYS, "2026-10-08")).isEqualTo("basic-service street-shenxiang");
        }

        /** The order is withdrawn before anybody else has come: the company goes on as if nothing had been. */
        @Test
        void orderWithdrawn() {
            String caseNo = handover.leaves(COMMERCIAL, "district-bottom", "2026-09-30");
            standsIn(caseNo, emergency("company-2", "2026-10-01"), TODAY);
            CaseFile file = book.file(caseNo);
            assertThat(said(catchThrowableOfType(
                            Problem.class,
                            () -> desk.as("shenxiang", () -> {
                                events.record(
                                        file, CompoundHandoverProcess.WITHDRAWN, Map.of("withdrawReason", "登记错误"));
                                return file;
                            }))))
                    .containsExactly("本案由企业退出案件 " + handover.parent(caseNo) + " 引起，请在该案中撤回。");
            assertThat(handover.tell(caseNo, CompoundHandoverProcess.ORDER_WITHDRAWN))
                    .isTrue();

            ended(caseNo, End.WITHDRAWN);
            assertThat(handover.runs(COMMERCIAL, "2026-09-30")).isEqualTo("contract company-11");
            assertThat(handover.runs(COMMERCIAL, "2026-10-01")).isEqualTo("contract company-11");
            assertThat(handover.told(handover.parent(caseNo), COMMERCIAL)).isEqualTo("withdrawn");
            assertThat(book.documents(caseNo)).contains("owners-notice WITHDRAWN");
        }

        /** Somebody else runs it by now: the order's withdrawal comes too late, and the case goes on. */
        @Test
        void orderWithdrawnTooLate() {
            String caseNo = handover.leaves(RESETTLEMENT, "left", null);
            standsIn(caseNo, emergency("company-1", TODAY), TODAY);
            assertThat(handover.tell(caseNo, CompoundHandoverProcess.ORDER_WITHDRAWN))
                    .isTrue();
            assertThat(book.file(caseNo).closed()).isFalse();
            assertThat(desk.open(caseNo)).contains(Tasks.DECIDE);
            assertThat(handover.runs(RESETTLEMENT, "2026-10-01")).isEqualTo("emergency company-1");
        }

        /** An unattended compound that was registered by mistake. */
        @Test
        void registeredByMistake() {
            String caseNo = desk.starts("shenxiang", CompoundHandoverProcess.ID, found(NOBODYS));
            CaseFile file = book.file(caseNo);
            desk.as("shenxiang", () -> {
                events.record(file, CompoundHandoverProcess.WITHDRAWN, Map.of("withdrawReason", "小区编号登记错误"));
                return file;
            });
            ended(caseNo, End.WITHDRAWN);
            assertThat(handover.runs(NOBODYS, "2026-10-01")).isEqualTo("basic-service community-shenxiang-1");
        }

        /** No tender without end: what failed is decided again, and the emergency company stays meanwhile. */
        @Test
        void tenderFailsOnce() {
            String caseNo = handover.leaves(COMMERCIAL, "grave", "2026-09-30");
            desk.does("shenxiang", caseNo, Tasks.DECIDE, decided(TODAY, "management-committee", "new-company"));
            Map<String, Object> failed = form("tenderResult", "failed");
            failed.put("failedWhy", "没有企业报名");
            desk.does("shenxiang", caseNo, Tasks.TENDER, failed);
            Problem wrong = catchThrowableOfType(
                    Problem.class,
                    () -> desk.does("shenxiang", caseNo, Tasks.DECIDE, decided(TODAY, "street", "new-company")));
            assertThat(said(wrong)).containsExactly("decidedBy 本小区的接续不能由“镇街”决定，应当由业主委员会、物业管理委员会、居委会（代表业主）决定，请核对。");
            desk.does("shenxiang", caseNo, Tasks.DECIDE, decided(TODAY, "committee", "new-company"));
            assertThat(handover.clocks(caseNo))
                    .contains("handover.tender 1 MET 2026-11-13", "handover.tender 2 RUNNING 2026-11-13");
            Problem leaving = catchThrowableOfType(
                    Problem.class,
                    () -> desk.does(
                            "shenxiang",
                            caseNo,
                            Tasks.TENDER,
                            chosen("company-11", "HT-2026-16", "2026-10-01", "2029-09-30")));
            assertThat(leaving.errors()).extracting(it -> it.field()).containsExactly("tenderCompany");
            contracts.sign(contract("HT-OTHER", "company-9", "2028-01-01", "2028-12-31"));
            Problem overlapping = catchThrowableOfType(
                    Problem.class,
                    () -> desk.does(
                            "shenxiang",
                            caseNo,
                            Tasks.TENDER,
                            chosen("company-3", "HT-2026-16", "2026-10-01", "2029-09-30")));
            assertThat(overlapping.errors()).extracting(it -> it.field()).containsExactly("takesOverFrom");
            assertThat(desk.open(caseNo)).contains(Tasks.TENDER);
            desk.does("shenxiang", caseNo, Tasks.TENDER, chosen("company-3", "HT-2026-16", "2026-10-01", "2026-12-31"));
            assertThat(handover.runs(COMMERCIAL, "2026-10-01")).isEqualTo("contract company-3");
        }

        /** It does not hand over what is the owners', and it is Spring Festival: the police, and somebody at once. */
        @Clause("AP.7")
        @Test
        void refusedOverSpringFestival() {
            desk.itIs("2026-02-12T02:00:00Z"); // a Thursday; holidays from the 15th to the 23rd, the 14th is worked
            String caseNo = handover.leaves(COMMERCIAL, "cleared-out", "2026-03-31");
            desk.does("shenxiang", caseNo, Tasks.HAND_OVER, refused());
            assertThat(policeOf(caseNo)).containsExactly("退出的物业服务企业扣留小区共用财产");
            assertThat(handover.clocks(caseNo))
                    .contains(
                            "handover.inform RUNNING 2026-02-24", // 13th, 14th and the first day after the holidays
                            "handover.complete RUNNING 2026-02-27",
                            "handover.emergency RUNNING 2026-02-13");
            assertThat(credit(caseNo)).containsExactly("company-11 HANDOVER_REFUSED");
            desk.itIs("2026-02-13T02:00:01Z");
            jobs.runDueOf(caseNo);
            assertThat(handover.clocks(caseNo)).contains("handover.emergency BREACHED 2026-02-13");
            assertThat(handover.runs(COMMERCIAL, "2026-03-31"))
                    .as("it still serves until its last day")
                    .isEqualTo("contract company-11");
            desk.itIs("2026-02-28T02:00:00Z");
            jobs.runDueOf(caseNo);
            assertThat(handover.clocks(caseNo)).contains("handover.complete BREACHED 2026-02-27");
            assertThat(book.told(caseNo, "clock.breached")).contains("clock.breached shenxiang-lead");
            assertThat(credit(caseNo)).containsExactly("company-11 HANDOVER_OVERDUE", "company-11 HANDOVER_REFUSED");
        }

        /** The company has left over the holidays and nobody is named: the community, from the day it is known. */
        @Clause("JJ.A4.2.2")
        @Test
        void nobodyNamedInTime() {
            desk.itIs("2026-02-16T02:00:00Z");
            String caseNo = handover.leaves(RESETTLEMENT, "left", null);
            desk.itIs("2026-02-17T02:00:01Z");
            jobs.runDueOf(caseNo);
            assertThat(handover.runs(RESETTLEMENT, "2026-02-16")).isEqualTo("contract company-5");
            assertThat(handover.runs(RESETTLEMENT, "2026-02-17")).isEqualTo("basic-service community-shenxiang-3");
            assertThat(handover.clocks(caseNo)).contains("handover.emergency BREACHED 2026-02-17");
            standsIn(caseNo, emergency("company-1", "2026-02-18"), "2026-02-17");
            assertThat(handover.runs(RESETTLEMENT, "2026-02-18")).isEqualTo("emergency company-1");
            assertThat(handover.alwaysSomebody(RESETTLEMENT, "2026-02-01", "2026-04-01"))
                    .isTrue();
        }

        /** The letter is served after the company's last day: basic service stands as it was, then the company. */
        @Test
        void letterServedLate() {
            String caseNo = handover.leaves(COMMERCIAL, "application", "2026-09-16");
            desk.does("shenxiang", caseNo, StandInProcess.Tasks.NAME, emergency("company-2", "2026-09-15"));
            handover.letter(caseNo, "takeover-commission", "signed");
            desk.itIs("2026-09-18T02:00:00Z");
            handover.serves(caseNo, "takeover-commission", "2026-09-18");
            assertThat(handover.runs(COMMERCIAL, "2026-09-16")).isEqualTo("contract company-11");
            assertThat(handover.runs(COMMERCIAL, "2026-09-17")).isEqualTo("emergency company-2");
        }

        /** The committee names an auditor: the case waits for the report, the succession does not. */
        @Clause("QA.company-duties")
        @Test
        void audited() {
            String caseNo = handover.leaves(COMMERCIAL, "survey", "2026-09-30");
            CaseFile file = book.file(caseNo);
            Map<String, Object> named = form("auditor", "芜湖某会计师事务所");
            named.put("auditNamedOn", TODAY);
            named.put("auditNamedBy", "业主委员会2026年第3号决定");
            named.put("auditScope", "2023年以来的收支");
            desk.as("shenxiang", () -> {
                events.record(file, CompoundHandoverProcess.AUDIT_NAMED, named);
                return file;
            });
            handover.informs(caseNo, TODAY);
            handover.handsOver(caseNo, TODAY);
            desk.does("shenxiang", caseNo, StandInProcess.Tasks.NAME, basicService("community", "2026-10-01"));
            Map<String, Object> decision = decided(TODAY, "assembly", "basic-service");
            decision.put("serviceUnit", "community");
            decision.put("takesOverFrom", "2026-10-08");
            desk.does("shenxiang", caseNo, Tasks.DECIDE, decision);
            assertThat(desk.open(caseNo)).containsExactly(Tasks.AUDIT_REPORT);
            assertThat(handover.clocks(caseNo)).contains("handover.audit 芜湖某会计师事务所 RUNNING 2026-10-14");
            Map<String, Object> report = form("auditReportOn", TODAY);
            report.put("auditFindings", "账实相符");
            desk.does("shenxiang-1", caseNo, Tasks.AUDIT_REPORT, report);
            ended(caseNo, End.BASIC_SERVICE);
        }

        /** Reason by class: who may follow, and where a company cannot leave for that reason. */
        @Clause("JJ.A8.3.2")
        @Test
        void everyReasonByClass() {
            Map<String, String> found = new TreeMap<>();
            for (String kind : List.of("COMMERCIAL", "OLD", "RESETTLEMENT")) {
                for (String reason : List.of(
                        "resettlement-bottom",
                        "district-bottom",
                        "blacklisted",
                        "application",
                        "committee-ended",
                        "left",
                        "grave",
                        "survey",
                        "cleared-out",
                        "unattended")) {
                    found.put(
                            kind + " " + reason,
                            successions
                                    .of(CompoundClass.valueOf(kind), reason)
                                    .map(it -> String.join(" ", it.ways()) + "/"
                                            + it.deciders().get(0) + "/" + it.standIn())
                                    .orElse("never"));
                }
            }
            assertThat(found)
                    .hasSize(30)
                    .containsEntry("COMMERCIAL resettlement-bottom", "never")
                    .containsEntry("OLD resettlement-bottom", "never")
                    .containsEntry("RESETTLEMENT resettlement-bottom", "new-company state-owned/committee/state-owned")
                    .containsEntry("RESETTLEMENT survey", "new-company state-owned/assembly/state-owned")
                    .containsEntry("COMMERCIAL left", "new-company self-run basic-service/committee/standby")
                    .containsEntry("OLD survey", "new-company self-run basic-service/assembly/standby")
                    .containsEntry(
                            "COMMERCIAL unattended",
                            "new-company state-owned self-run basic-service/assembly/basic-service");
            assertThat(said(catchThrowableOfType(
                            Problem.class, () -> handover.leaves(COMMERCIAL, "resettlement-bottom", "2026-09-30"))))
                    .containsExactly("compound 小区“巷南锦绣城”是商业开发小区，不适用“安置小区考核不达标或者连续三次处于后三名”这一退出原因，请核对。");
        }

        /** What is read in the certificate as it was served. */
        private String certificate(String caseNo) {
            byte[] file = db.queryForObject("""
                    select v.content from whistle.document_version v join whistle.document d on d.id = v.document_id
                    where d.case_no = ? and d.letter = 'handover-certificate'
                    order by v.version desc fetch first 1 rows only""", byte[].class, caseNo);
            return Docx.of(file).text();
        }

        /** Titles of the cases in which the police were called. */
        private List<String> policeOf(String caseNo) {
            return db.queryForList(
                    "select title from whistle.case_file where parent_case = ? and procedure = 'street-whistle'",
                    String.class,
                    caseNo);
        }

        private List<String> credit(String caseNo) {
            return db.queryForList(
                    "select company || ' ' || kind from whistle.credit_fact where case_no = ? order by kind",
                    String.class,
                    caseNo);
        }

        private void standsIn(String caseNo, Map<String, Object> form, String day) {
            desk.does("shenxiang", caseNo, StandInProcess.Tasks.NAME, form);
            handover.issues(caseNo, "takeover-commission", day);
        }

        private static Contract contract(String number, String company, String from, String to) {
            return new Contract(
                    number,
                    COMMERCIAL,
                    company,
                    ContractKind.OWNERS,
                    LocalDate.parse(from),
                    LocalDate.parse(to),
                    new BigDecimal("960000"),
                    3,
                    null,
                    null,
                    null);
        }

        private void ended(String caseNo, Ending end) {
            CaseFile file = book.file(caseNo);
            assertThat(desk.open(caseNo)).isEmpty();
            assertThat(file.outcome()).isEqualTo(end.outcome());
            assertThat(desk.path(caseNo)).contains(end.event());
            assertThat(handover.clocks(caseNo)).noneMatch(it -> it.contains("RUNNING"));
        }

        private static List<String> said(@Nullable Problem refused) {
            Problem problem = Objects.requireNonNull(refused);
            return problem.errors().isEmpty()
                    ? List.of(Texts.text(Locale.CHINESE, problem))
                    : problem.errors().stream()
                            .map(it -> it.field() + " " + Texts.text(Locale.CHINESE, it))
                            .toList();
        }

        private static Map<String, Object> form(String key, Object value) {
            return new HashMap<>(Map.of(key, value));
        }

        private static Map<String, Object> found(String compound) {
            return new HashMap<>(
                    Map.of("compound", compound, "receivedAt", "2026-09-14T09:40:00+08:00", "matter", "小区无人管理"));
        }
    }
}
