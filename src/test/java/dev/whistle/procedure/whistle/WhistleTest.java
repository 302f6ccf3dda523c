package dev.whistle.procedure.whistle;

import static dev.whistle.procedure.complaint.ComplaintStory.answered;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.in;
import static dev.whistle.procedure.complaint.ComplaintStory.ofKind;
import static dev.whistle.procedure.complaint.ComplaintStory.signedAs;
import static dev.whistle.procedure.whistle.WhistleStory.INSIDE;
import static dev.whistle.procedure.whistle.WhistleStory.OUTSIDE;
import static dev.whistle.procedure.whistle.WhistleStory.assisted;
import static dev.whistle.procedure.whistle.WhistleStory.investigated;
import static dev.whistle.procedure.whistle.WhistleStory.packed;
import static dev.whistle.procedure.whistle.WhistleStory.rectified;
import static dev.whistle.procedure.whistle.WhistleStory.referred;
import static dev.whistle.procedure.whistle.WhistleStory.registered;
import static dev.whistle.procedure.whistle.WhistleStory.returned;
import static dev.whistle.procedure.whistle.WhistleStory.toPenalty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Holding;
import dev.whistle.casefile.Holdings;
import dev.whistle.clock.CaseClock;
import dev.whistle.clock.Clocks;
import dev.whistle.engine.CaseEvents;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.procedure.Ending;
import dev.whistle.procedure.complaint.CaseBook;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintProcess.Category;
import dev.whistle.procedure.penalty.PenaltyProcess;
import dev.whistle.procedure.streetwhistle.StreetWhistleProcess;
import dev.whistle.procedure.streetwhistle.StreetWhistleProcess.End;
import dev.whistle.procedure.whistle.WhistleProcess.Ends;
import dev.whistle.procedure.whistle.WhistleProcess.Tasks;
import dev.whistle.procedure.whistle.WhistleProcess.Variables;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** P02: a street whistles, departments report (JJ.10, JJ.A3). */
class WhistleTest {

    private static final String RECEIVED = "2026-09-10T09:40:00+08:00";
    private static final String TODAY = "2026-09-10";
    private static final String ANSWER = "在规定的期限内调查处理并答复投诉人";

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
        WhistleStory story;

        @Autowired
        CaseBook book;

        @Autowired
        Cases cases;

        @Autowired
        Clocks clocks;

        @Autowired
        Holdings holdings;

        @Autowired
        CaseEvents events;

        @Autowired
        Jobs jobs;

        @Autowired
        JdbcTemplate db;

        @Autowired
        HistoryService history;

        @Autowired
        Blowing blowing;

        @Autowired
        TransactionTemplate transaction;

        @BeforeEach
        void aThursday() {
            desk.itIs("2026-09-10T02:00:00Z");
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        /**
         * JJ.10, JJ.A3.2.1: illegal building inside the built-up area, urban management with natural resources, the
         * fast way.
         */
        @Clause({"JJ.10", "JJ.A3.2.1", "JJ.A3.2.7", "AP.M2"})
        @Test
        void handledAndConfirmed() {
            String caseNo = story.blown("wanli", registered("illegal-construction", INSIDE, RECEIVED));
            assertThat(caseNo).startsWith("CS-2026-");
            assertThat(desk.sees("wanli", caseNo)).containsExactly(Tasks.REFER);
            desk.does("wanli", caseNo, Tasks.REFER, referred("dept-urban-management", "dept-natural-resources"));

            assertThat(desk.sees("urban-management", caseNo)).containsExactly(Tasks.REPORT_IN);
            assertThat(book.told(caseNo))
                    .containsExactly("whistle.referred urban-management", "whistle.referred urban-management-lead");
            CaseClock reportIn = clock(caseNo, WhistleProcess.FAST_REPORT_IN_CLOCK, "dept-urban-management/1");
            assertThat(reportIn.dueAt())
                    .as("half a day, by the clock")
                    .isEqualTo(Instant.parse("2026-09-10T14:00:00Z"));
            story.signs("urban-management", caseNo);

            assertThat(desk.open(caseNo)).containsExactlyInAnyOrder(Tasks.HANDLE, Tasks.ASSIST);
            assertThat(desk.sees("natural-resources", caseNo)).containsExactly(Tasks.ASSIST);
            desk.does("natural-resources", caseNo, Tasks.ASSIST, assisted(TODAY));
            story.handles("urban-management", caseNo, rectified(TODAY));

            assertThat(desk.sees("wanli", caseNo))
                    .as("a copy, to be checked on site")
                    .containsExactly(Tasks.CHECK);
            story.checks("wanli", caseNo, true, TODAY);

            ended(caseNo, End.HANDLED, Ends.HANDLED);
            assertThat(book.clocks(caseNo))
                    .containsExactlyInAnyOrder(
                            "whistle.handling MET", "whistle.report-in-fast MET", "whistle.check MET");
            assertThat(book.told(caseNo))
                    .containsSubsequence(
                            "whistle.referred urban-management",
                            "whistle.join natural-resources",
                            "whistle.handled wanli",
                            "whistle.result wanli");
            assertThat(referrals(caseNo))
                    .containsExactly(
                            "1 LEAD dept-urban-management REFERRED",
                            "1 CO dept-natural-resources REFERRED",
                            "1 LEAD dept-urban-management SIGNED",
                            "1 CO dept-natural-resources REPORTED");
            assertThat(book.archive(caseNo)).contains("区城管局", "出具意见一份");
        }

        /** JJ.A3.2.1: outside the built-up area the street itself; who checks is the next tier above it. */
        @Clause("JJ.A3.2.1")
        @Test
        void outsideTheBuiltUpAreaTheStreetItself() {
            String caseNo = story.blown("yuxikou", registered("shared-parts", OUTSIDE, RECEIVED));
            desk.does("yuxikou", caseNo, Tasks.REFER, referred("street-yuxikou"));
            story.signs("yuxikou", caseNo);
            assertThat(desk.open(caseNo)).as("nobody takes part").containsExactly(Tasks.HANDLE);
            story.handles("yuxikou", caseNo, rectified(TODAY));
            assertThat(desk.sees("district", caseNo)).containsExactly(Tasks.CHECK);
            story.checks("district", caseNo, true, TODAY);

            ended(caseNo, End.HANDLED, Ends.HANDLED);
        }

        @Test
        void nothingFound() {
            String caseNo = story.blown("wanli", registered("fire-lane", INSIDE, RECEIVED));
            desk.does("wanli", caseNo, Tasks.REFER, referred("dept-fire"));
            story.signs("fire", caseNo);
            story.handles("fire", caseNo, investigated(TODAY, "none"));

            ended(caseNo, End.NO_VIOLATION, Ends.NO_VIOLATION);
            assertThat(book.told(caseNo)).contains("whistle.result wanli");
        }

        /** Another unit than the table's is named with a reason. */
        @Test
        void theStreetOverrulesTheTable() {
            String caseNo = story.blown("wanli", registered("fire-lane", INSIDE, RECEIVED));
            Map<String, Object> form = referred("dept-urban-management");
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> desk.does("wanli", caseNo, Tasks.REFER, form))
                    .satisfies(it -> assertThat(fields(it)).containsExactly(Variables.REFER_REASON));
            form.put(Variables.REFER_REASON, "占道的是违法搭建的车棚。");
            desk.does("wanli", caseNo, Tasks.REFER, form);

            assertThat(desk.sees("urban-management", caseNo)).containsExactly(Tasks.REPORT_IN);
            assertThat(book.entered(caseNo, "确定承办部门")).contains("改选或者仍交原部门的理由：占道的是违法搭建的车棚。");
        }

        /** A return with its reason goes back to the street once; its clock is met, the next department has its own. */
        @Clause("JJ.10")
        @Test
        void returnedOnce() {
            String caseNo = story.blown("wanli", registered("fire-lane", INSIDE, RECEIVED));
            desk.does("wanli", caseNo, Tasks.REFER, referred("dept-fire"));
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> story.returns("fire", caseNo, ""))
                    .satisfies(it -> assertThat(fields(it)).containsExactly(Variables.RETURN_REASON));
            desk.itIs("2026-09-11T02:00:00Z");
            story.returns("fire", caseNo, "不是消防通道，属于公共秩序。");

            assertThat(desk.sees("wanli", caseNo)).containsExactly(Tasks.REFER);
            assertThat(book.words(caseNo, "whistle.returned")).contains("不是消防通道，属于公共秩序。");
            Map<String, Object> insists = referred("dept-fire");
            assertThatExceptionOfType(RuntimeException.class)
                    .as("who insists says why")
                    .isThrownBy(() -> desk.does("wanli", caseNo, Tasks.REFER, insists))
                    .satisfies(it -> assertThat(fields(it)).containsExactly(Variables.REFER_REASON));
            Map<String, Object> form = referred("dept-police");
            form.put(Variables.REFER_REASON, "改由公安办理。");
            desk.does("wanli", caseNo, Tasks.REFER, form);

            assertThat(desk.sees("police", caseNo)).containsExactly(Tasks.REPORT_IN);
            assertThat(desk.sees("fire", caseNo)).isEmpty();
            assertThat(clock(caseNo, WhistleProcess.REPORT_IN_CLOCK, "dept-fire/1")
                            .state()
                            .name())
                    .isEqualTo("MET");
            assertThat(clock(caseNo, WhistleProcess.REPORT_IN_CLOCK, "dept-police/2")
                            .dueAt())
                    .as("Friday's, by the end of Monday")
                    .isEqualTo(Instant.parse("2026-09-14T16:00:00Z"));
            assertThat(holdings.of(caseNo)).extracting(Holding::unit).contains("dept-fire", "dept-police");
            story.signs("police", caseNo);
            story.handles("police", caseNo, rectified("2026-09-11"));
            story.checks("wanli", caseNo, true, "2026-09-11");

            ended(caseNo, End.HANDLED, Ends.HANDLED);
            assertThat(referrals(caseNo))
                    .contains("1 LEAD dept-fire RETURNED", "2 LEAD dept-police REFERRED", "2 LEAD dept-police SIGNED");
        }

        /** The second return is the district office's to decide, and its decision is not returned. */
        @Clause({"JJ.10", "JJ.A7.2.1.1"})
        @Test
        void returnedTwice() {
            String caseNo = story.blown("wanli", registered("fire-lane", INSIDE, RECEIVED));
            desk.does("wanli", caseNo, Tasks.REFER, referred("dept-fire"));
            story.returns("fire", caseNo, "不属于消防。");
            Map<String, Object> form = referred("dept-police");
            form.put(Variables.REFER_REASON, "改由公安办理。");
            desk.does("wanli", caseNo, Tasks.REFER, form);
            story.returns("police", caseNo, "不属于公安。");

            assertThat(desk.open(caseNo)).containsExactly("userTask_ruleDuty");
            story.rules(caseNo, "dept-fire");
            assertThat(desk.sees("fire", caseNo)).containsExactly(Tasks.REPORT_IN);
            assertThatExceptionOfType(RuntimeException.class)
                    .as("what the office has decided binds")
                    .isThrownBy(() -> desk.does("fire", caseNo, Tasks.REPORT_IN, returned("不属于消防。")));
            desk.does("fire", caseNo, Tasks.REPORT_IN, new HashMap<>(Map.of("handler", "邹强（参谋）")));
            story.handles("fire", caseNo, investigated(TODAY, "none"));

            ended(caseNo, End.NO_VIOLATION, Ends.NO_VIOLATION);
            assertThat(referrals(caseNo)).contains("3 LEAD dept-fire REFERRED", "3 LEAD dept-fire SIGNED");
        }

        /** What the table does not know is not lost: the district office decides, or reports it to a leader. */
        @Clause({"JJ.A3.2", "JJ.A7.2.1.1"})
        @Test
        void noRow() {
            String caseNo = story.blown("wanli", registered("other", INSIDE, RECEIVED));
            assertThat(desk.open(caseNo)).containsExactly("userTask_ruleDuty");
            desk.does(
                    "district",
                    caseNo,
                    "userTask_ruleDuty",
                    new HashMap<>(Map.of("dutyRuling", "leader", "dutyOpinion", "意见不一，报区领导。")));
            desk.does(
                    "district-lead",
                    caseNo,
                    "userTask_nameUnit",
                    new HashMap<>(Map.of(
                            "namingLeader",
                            "副区长 周远",
                            "namedOn",
                            TODAY,
                            "namingWords",
                            "请市监局办理。",
                            "handlingUnit",
                            "dept-market")));
            assertThat(desk.sees("market", caseNo)).containsExactly(Tasks.REPORT_IN);
        }

        /** A mere place: the street says where it lies. */
        @Test
        void aPlaceInNoCompound() {
            String caseNo = story.blown("wanli", registered("illegal-construction", null, RECEIVED));
            desk.does("wanli", caseNo, Tasks.REFER, place(referred("dept-urban-management")));
            assertThat(clock(caseNo, WhistleProcess.FAST_REPORT_IN_CLOCK, "dept-urban-management/1"))
                    .isNotNull();
        }

        private static Map<String, Object> place(Map<String, Object> form) {
            form.put("area", "in");
            return form;
        }

        /** Who does not report in time is reminded, reported, and reported once. */
        @Clause({"JJ.10", "JJ.A7.3.7"})
        @Test
        void notReportedInTime() {
            String caseNo = story.blown("wanli", registered("fire-lane", INSIDE, RECEIVED));
            desk.does("wanli", caseNo, Tasks.REFER, referred("dept-fire"));
            desk.itIs("2026-09-11T01:00:00Z");
            jobs.runDueOf(caseNo);
            assertThat(book.told(caseNo)).contains("clock.reminder fire");
            desk.itIs("2026-09-11T16:00:00Z");
            jobs.runDueOf(caseNo);
            assertThat(book.told(caseNo)).contains("clock.breached fire-lead", "clock.breached wanli");
            assertThat(breaches(caseNo)).containsExactly("dept-fire 在规定的期限内签收报到或者说明理由退回");
            desk.itIs("2026-09-12T02:00:00Z");
            story.signs("fire", caseNo);
            assertThat(breaches(caseNo)).hasSize(1);
            assertThat(desk.sees("fire", caseNo)).containsExactly(Tasks.HANDLE);
        }

        /** JJ.A3.2.5: officers are obstructed, the police join in; the lead waits for them or says why not. */
        @Clause("JJ.A3.2.5")
        @Test
        void obstructed() {
            String caseNo = story.blown("wanli", registered("fire-lane", INSIDE, RECEIVED));
            desk.does("wanli", caseNo, Tasks.REFER, referred("dept-fire"));
            story.signs("fire", caseNo);
            desk.as("fire", () -> {
                events.record(
                        cases.get(caseNo),
                        WhistleProcess.OBSTRUCTED,
                        Map.of("obstructionWords", "车主阻拦拖车，与执法人员推搡。", "violence", "violent"));
                return caseNo;
            });
            assertThat(desk.sees("police", caseNo)).containsExactly(Tasks.ASSIST_POLICE);
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> story.handles("fire", caseNo, rectified(TODAY)))
                    .satisfies(it -> assertThat(fields(it)).containsExactly("withoutOthers"));
            desk.does("police", caseNo, Tasks.ASSIST_POLICE, assisted(TODAY));
            story.handles("fire", caseNo, rectified(TODAY));
            assertThat(desk.open(caseNo)).containsExactly(Tasks.CHECK);
            assertThat(referrals(caseNo)).contains("1 CO dept-police REFERRED", "1 CO dept-police REPORTED");
        }

        /** The lead goes on without those that take part, and says why: their tasks are taken away. */
        @Test
        void withoutThoseThatTakePart() {
            String caseNo = story.blown("wanli", registered("illegal-construction", INSIDE, RECEIVED));
            desk.does(
                    "wanli",
                    caseNo,
                    Tasks.REFER,
                    referred("dept-urban-management", "dept-natural-resources", "dept-housing"));
            story.signs("urban-management", caseNo);
            assertThat(desk.open(caseNo)).containsExactlyInAnyOrder(Tasks.HANDLE, Tasks.ASSIST, Tasks.ASSIST);
            Map<String, Object> form = rectified(TODAY);
            form.put("withoutOthers", "当事人已经自行拆除，不需要认定。");
            story.handles("urban-management", caseNo, form);
            assertThat(desk.open(caseNo)).containsExactly(Tasks.CHECK);
        }

        /** Not confirmed once: back to the department. Twice: reported, and P03 goes on. */
        @Clause({"JJ.10", "JJ.G3"})
        @Test
        void notConfirmedTwice() {
            String caseNo = story.blown("wanli", registered("fire-lane", INSIDE, RECEIVED));
            desk.does("wanli", caseNo, Tasks.REFER, referred("dept-fire"));
            story.signs("fire", caseNo);
            story.handles("fire", caseNo, rectified(TODAY));
            story.checks("wanli", caseNo, false, TODAY);
            assertThat(desk.sees("fire", caseNo)).containsExactly(Tasks.HANDLE);
            assertThat(book.told(caseNo)).contains("whistle.not-confirmed fire");
            story.handles("fire", caseNo, rectified(TODAY));
            story.checks("wanli", caseNo, false, TODAY);

            ended(caseNo, End.NOT_CONFIRMED, Ends.NOT_CONFIRMED);
            assertThat(breaches(caseNo)).containsExactly("dept-fire 依法查处并经现场核实处理到位");
            assertThat(book.clocks(caseNo))
                    .containsExactlyInAnyOrder(
                            "whistle.handling MET", "whistle.report-in MET", "whistle.check MET", "whistle.check MET");
        }

        /** What takes longer than the time is handled late, and on the ladder. */
        @Clause({"JJ.10", "JJ.A7.3.7"})
        @Test
        void handledLate() {
            String caseNo = story.blown("wanli", registered("fire-lane", INSIDE, RECEIVED));
            desk.does("wanli", caseNo, Tasks.REFER, referred("dept-fire"));
            story.signs("fire", caseNo);
            desk.itIs("2026-09-28T16:00:00Z");
            jobs.runDueOf(caseNo);
            assertThat(breaches(caseNo)).containsExactly("dept-fire 在规定的期限内查处违法行为");
            story.handles("fire", caseNo, rectified("2026-09-28"));
            story.checks("wanli", caseNo, true, "2026-09-28");

            ended(caseNo, End.HANDLED_LATE, Ends.HANDLED_LATE);
            assertThat(book.clocks(caseNo)).contains("whistle.handling BREACHED");
        }

        /**
         * JJ.A3.3.3: a moved power over National Day; the package handed over, filed, and decided within ninety days.
         */
        @Clause("JJ.A3.3.3")
        @Test
        void aMovedPowerOverNationalDay() {
            desk.itIs("2026-09-30T02:00:00Z");
            String caseNo = story.blown("wanli", registered("load-bearing", INSIDE, "2026-09-30T09:40:00+08:00"));
            desk.does("wanli", caseNo, Tasks.REFER, referred("dept-housing"));
            story.signs("housing", caseNo);
            // three working days of receipt: 8, 9, and the make-up Saturday 10 October
            assertThat(clock(caseNo, WhistleProcess.TRANSFER_CLOCK, "").dueAt())
                    .isEqualTo(Instant.parse("2026-10-10T16:00:00Z"));
            desk.itIs("2026-10-09T02:00:00Z");
            story.handles("housing", caseNo, toPenalty("2026-10-09", null));
            assertThat(path(caseNo)).contains(Ends.TO_PENALTY);

            assertThat(desk.sees("housing", caseNo)).containsExactly(PenaltyProcess.Tasks.PACKAGE);
            Map<String, Object> lacking = packed(null, "no-such-file");
            lacking.put("evidence", null);
            lacking.put("legalBasis", null);
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> desk.does("housing", caseNo, PenaltyProcess.Tasks.PACKAGE, lacking))
                    .satisfies(it -> assertThat(fields(it))
                            .containsExactly("caseSourceFile", "evidence", "evidenceFile", "legalBasis"));
            story.packs("housing", caseNo);
            desk.itIs("2026-10-10T02:00:00Z");
            story.handsOver("housing-lead", "housing", caseNo, "2026-10-10");
            assertThat(book.documents(caseNo)).containsExactly("penalty-transfer ACKNOWLEDGED");
            assertThat(clock(caseNo, WhistleProcess.TRANSFER_CLOCK, "").state().name())
                    .isEqualTo("MET");
            assertThat(book.told(caseNo)).contains("penalty.handed-over urban-management");
            assertThat(book.particular(caseNo, "evidenceFile")).isEqualTo("鉴定意见.txt");

            Map<String, Object> incomplete = new HashMap<>(Map.of("received", "incomplete", "lacking", "鉴定意见没有盖章"));
            incomplete.put("receiver", null);
            desk.does("urban-management", caseNo, PenaltyProcess.Tasks.RECEIVE, incomplete);
            assertThat(desk.sees("housing", caseNo)).containsExactly(PenaltyProcess.Tasks.PACKAGE);
            story.packs("housing", caseNo);
            story.handsOver("housing-lead", "housing", caseNo, "2026-10-10");
            story.receives("urban-management", caseNo);
            desk.itIs("2026-10-13T02:00:00Z");
            story.files("urban-management", caseNo, "2026-10-12");
            CaseClock decision = clock(caseNo, PenaltyProcess.DECISION_CLOCK, "");
            // ninety days of 12 October end on Sunday 10 January 2027
            assertThat(decision.dueAt()).isEqualTo(Instant.parse("2027-01-11T16:00:00Z"));

            event(
                    "urban-management",
                    caseNo,
                    PenaltyProcess.PAUSED,
                    Map.of("pauseCause", "hearing", "pauseReason", "当事人申请听证。"));
            desk.itIs("2026-10-23T02:00:00Z");
            event("urban-management", caseNo, PenaltyProcess.RESUMED, Map.of("resumeReason", "听证已经结束。"));
            event(
                    "urban-management",
                    caseNo,
                    PenaltyProcess.EXTENDED,
                    Map.of("extendBy", 30, "extendApprover", "局长", "extendReason", "案情复杂。"));
            assertThat(clock(caseNo, PenaltyProcess.DECISION_CLOCK, "").dueAt())
                    .as("ten days of a hearing and thirty more")
                    .isEqualTo(Instant.parse("2027-02-19T16:00:00Z"));
            desk.itIs("2026-12-01T02:00:00Z");
            story.decides("urban-management", caseNo, PenaltyProcess.Decision.PENALTY, "2026-12-01");

            ended(caseNo, End.PENALTY, Ends.TO_PENALTY);
            assertThat(book.clocks(caseNo)).contains("whistle.transfer MET", "penalty.decision MET");
            assertThat(book.told(caseNo)).contains("penalty.decided housing", "whistle.result wanli");
            assertThat(book.particular(caseNo, "fine")).isEqualTo("5000");
        }

        /** JJ.A3.3.3: what is not handed over in three working days is reported once, wherever the case stands. */
        @Clause("JJ.A3.3.3")
        @Test
        void handedOverLate() {
            String caseNo = story.blown("wanli", registered("environment", INSIDE, RECEIVED));
            desk.does("wanli", caseNo, Tasks.REFER, referred("dept-ecology"));
            story.signs("ecology", caseNo);
            desk.itIs("2026-09-15T16:00:00Z");
            jobs.runDueOf(caseNo);
            assertThat(breaches(caseNo)).containsExactly("dept-ecology 在规定的期限内形成材料移交处罚案件");
            story.handles("ecology", caseNo, toPenalty("2026-09-15", null));
            story.packs("ecology", caseNo);
            story.handsOver("ecology-lead", "ecology", caseNo, "2026-09-16");
            story.receives("urban-management", caseNo);
            Map<String, Object> form = new HashMap<>(Map.of("filing", "not-filed", "notFiledReason", "违法行为轻微并已改正。"));
            form.put("filingNo", null);
            form.put("filedOn", null);
            desk.does("urban-management", caseNo, PenaltyProcess.Tasks.FILE, form);

            ended(caseNo, End.NO_PENALTY, Ends.TO_PENALTY);
            assertThat(breaches(caseNo)).hasSize(1);
        }

        /** A department with its own power files itself; the ninety days run for it, too. */
        @Clause("JJ.A3.3.3")
        @Test
        void anOwnPowerDecidedLate() {
            String caseNo = story.blown("wanli", registered("fire-lane", INSIDE, RECEIVED));
            desk.does("wanli", caseNo, Tasks.REFER, referred("dept-fire"));
            story.signs("fire", caseNo);
            story.handles("fire", caseNo, toPenalty(TODAY, "dept-fire"));
            story.files("fire", caseNo, TODAY);
            desk.itIs("2026-12-09T16:00:00Z");
            jobs.runDueOf(caseNo);
            assertThat(breaches(caseNo)).containsExactly("dept-fire 在法定期限内作出处罚决定");
            story.decides("fire", caseNo, PenaltyProcess.Decision.NO_PENALTY, "2026-12-09");

            ended(caseNo, End.NO_PENALTY, Ends.TO_PENALTY);
            assertThat(book.clocks(caseNo))
                    .contains("penalty.decision BREACHED")
                    .doesNotContain("whistle.transfer MET");
        }

        /** A company reports; its street whistles, and the company hears what came of it. */
        @Clause({"JJ.10", "AS.14"})
        @Test
        void aCompanyReports() {
            String company = String.valueOf(db.queryForObject(
                    "select company from whistle.responsibility where compound = ? order by from_day desc"
                            + " fetch first 1 rows only",
                    String.class,
                    INSIDE));
            Map<String, Object> form = registered("tenancy", INSIDE, RECEIVED);
            form.put(StreetWhistleProcess.Variables.SOURCE, "company-report");
            form.put("externalNo", "WGBG-2026-07");
            String caseNo = story.blown(company, form);
            assertThat(desk.sees("wanli", caseNo)).containsExactly(Tasks.REFER);
            desk.does("wanli", caseNo, Tasks.REFER, referred("dept-police"));
            story.signs("police", caseNo);
            story.handles("police", caseNo, investigated(TODAY, "none"));
            assertThat(book.told(caseNo, "whistle.result")).contains("whistle.result " + company);
        }

        /**
         * JJ.G3, JJ.A3.3.3: handed back and re-routed, the department that acts answers; the first receipt day stands.
         */
        @Clause({"JJ.G3", "JJ.A3.3.3", "JJ.10"})
        @Test
        void aComplaintAnsweredByWhoActs() {
            String caseNo = complaint("parking");
            CaseClock promised = book.clock(caseNo);
            Map<String, Object> form = ofKind("fire-lane", signedAs(Category.VIOLATION, "dept-fire"));
            form.put("categoryReason", "占用的是消防通道，属于违法行为。");
            desk.does("wanli", caseNo, ComplaintProcess.Tasks.SIGN_FOR, form);
            assertThat(book.clock(caseNo))
                    .as("another category, the same days")
                    .returns(promised.anchorAt(), CaseClock::anchorAt)
                    .returns(promised.dueAt(), CaseClock::dueAt);
            story.returns("fire", caseNo, "是业主通道，属于公共秩序。");
            Map<String, Object> again = referred("dept-police");
            again.put(Variables.REFER_REASON, "改由公安办理。");
            desk.does("wanli", caseNo, Tasks.REFER, again);
            story.signs("police", caseNo);
            desk.itIs("2026-09-28T16:00:00Z");
            jobs.runDueOf(caseNo);
            assertThat(breaches(caseNo)).as("whose it is now").containsExactly("dept-police " + ANSWER);
            story.handles("police", caseNo, rectified("2026-09-28"));
            story.checks("wanli", caseNo, true, "2026-09-28");

            assertThat(desk.sees("police", caseNo)).contains(ComplaintProcess.Tasks.ANSWER);
            desk.does("police", caseNo, ComplaintProcess.Tasks.ANSWER, answered());
            assertThat(book.clock(caseNo).state().name()).isEqualTo("BREACHED");
            assertThat(path(caseNo)).contains(Ends.HANDLED_LATE);
            assertThat(book.told(caseNo)).as("a copy of the answer").contains("complaint.answer-copied wanli");
        }

        /** JJ.A3.3.3: within the ninety days the result of the investigation is answered, then the decision. */
        @Clause({"JJ.A3.3.3", "JJ.G3"})
        @Test
        void aComplaintAnsweredTwice() {
            String caseNo = complaint("load-bearing");
            desk.does("wanli", caseNo, ComplaintProcess.Tasks.SIGN_FOR, signedAs(Category.VIOLATION, "dept-housing"));
            story.signs("housing", caseNo);
            story.handles("housing", caseNo, toPenalty(TODAY, null));
            assertThat(desk.open(caseNo))
                    .containsExactlyInAnyOrder(ComplaintProcess.Tasks.ANSWER, PenaltyProcess.Tasks.PACKAGE);
            desk.does("housing", caseNo, ComplaintProcess.Tasks.ANSWER, answered());
            assertThat(book.clock(caseNo).state().name()).isEqualTo("MET");
            assertThat(desk.open(caseNo)).as("the penalty goes on").containsExactly(PenaltyProcess.Tasks.PACKAGE);
            story.packs("housing", caseNo);
            story.handsOver("housing-lead", "housing", caseNo, TODAY);
            story.receives("urban-management", caseNo);
            story.files("urban-management", caseNo, TODAY);
            story.decides("urban-management", caseNo, PenaltyProcess.Decision.PENALTY, TODAY);

            assertThat(desk.sees("urban-management", caseNo)).containsExactly("userTask_answerDecision");
            desk.does(
                    "urban-management",
                    caseNo,
                    "userTask_answerDecision",
                    new HashMap<>(Map.of("decisionWay", "letter", "decisionAnswer", "已作出处罚决定，责令恢复原状。")));
            story.handsOver("urban-management-lead", "urban-management", caseNo, TODAY);
            assertThat(book.documents(caseNo))
                    .containsExactly("penalty-transfer ACKNOWLEDGED", "penalty-result ACKNOWLEDGED");
            assertThat(desk.open(caseNo)).as("then the visit").containsExactly("userTask_visit");
        }

        /** A decision that comes before the answer is answered with it, once. */
        @Test
        void aDecisionBeforeTheAnswer() {
            String caseNo = complaint("fire-lane");
            desk.does("wanli", caseNo, ComplaintProcess.Tasks.SIGN_FOR, signedAs(Category.VIOLATION, "dept-fire"));
            story.signs("fire", caseNo);
            story.handles("fire", caseNo, toPenalty(TODAY, "dept-fire"));
            story.files("fire", caseNo, TODAY);
            story.decides("fire", caseNo, PenaltyProcess.Decision.PENALTY, TODAY);
            assertThat(desk.open(caseNo)).containsExactly(ComplaintProcess.Tasks.ANSWER);
            desk.does("fire", caseNo, ComplaintProcess.Tasks.ANSWER, answered());
            assertThat(desk.open(caseNo)).containsExactly("userTask_visit");
        }

        /** Withdrawn while a whistle runs: its clocks are cancelled and nobody has to report. */
        @Test
        void withdrawnMeanwhile() {
            String caseNo = complaint("environment");
            desk.does("wanli", caseNo, ComplaintProcess.Tasks.SIGN_FOR, signedAs(Category.VIOLATION, "dept-ecology"));
            story.signs("ecology", caseNo);
            event(
                    "wanli-1",
                    caseNo,
                    "complaint.withdrawn",
                    Map.of("withdrawalWay", "phone", "withdrawalReason", "已经解决。"));
            assertThat(cases.get(caseNo).outcome()).isEqualTo("withdrawn");
            assertThat(desk.open(caseNo)).isEmpty();
            assertThat(book.clocks(caseNo))
                    .contains("whistle.transfer CANCELLED")
                    .noneMatch(it -> it.endsWith("RUNNING"));
        }

        /** JJ.10: blown by mistake, it is taken back: nobody goes on, nobody has to report, the department is told. */
        @Clause("JJ.10")
        @Test
        void takenBack() {
            String caseNo = story.blown("wanli", registered("load-bearing", INSIDE, RECEIVED));
            desk.does("wanli", caseNo, Tasks.REFER, referred("dept-housing"));
            story.signs("housing", caseNo);
            Map<String, Object> why = Map.of("withdrawalCause", "mistaken", "withdrawalReason", "现场是非承重墙，无须查处。");
            assertThatExceptionOfType(Problem.class)
                    .as("not for the department to take back")
                    .isThrownBy(() -> event("housing", caseNo, StreetWhistleProcess.WITHDRAWN, why))
                    .satisfies(it -> assertThat(it.messageKey()).isEqualTo("case.event.not-yours"));
            event("wanli", caseNo, StreetWhistleProcess.WITHDRAWN, why);

            assertThat(cases.get(caseNo).outcome()).isEqualTo(End.WITHDRAWN.outcome());
            assertThat(desk.path(caseNo)).contains(End.WITHDRAWN.event());
            assertThat(desk.open(caseNo)).isEmpty();
            assertThat(book.told(caseNo)).contains("whistle.withdrawn housing");
            assertThat(book.clocks(caseNo))
                    .containsExactlyInAnyOrder(
                            "whistle.handling CANCELLED", "whistle.report-in MET", "whistle.transfer CANCELLED");
            assertThat(book.archive(caseNo)).contains("现场是非承重墙");
        }

        /** What a company registered is taken back by its street; what is being punished, by nobody. */
        @Test
        void takenBackByTheStreetOnly() {
            String company = String.valueOf(db.queryForObject(
                    "select company from whistle.responsibility where compound = ? order by from_day desc"
                            + " fetch first 1 rows only",
                    String.class,
                    INSIDE));
            String caseNo = story.blown(company, registered("fire-lane", INSIDE, RECEIVED));
            Map<String, Object> why = Map.of("withdrawalCause", "repeated", "withdrawalReason", "与上一件相同。");
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> event(company, caseNo, StreetWhistleProcess.WITHDRAWN, why));
            event("wanli", caseNo, StreetWhistleProcess.WITHDRAWN, why);
            assertThat(cases.get(caseNo).outcome()).isEqualTo(End.WITHDRAWN.outcome());

            String punished = story.blown("wanli", registered("fire-lane", INSIDE, RECEIVED));
            desk.does("wanli", punished, Tasks.REFER, referred("dept-fire"));
            story.signs("fire", punished);
            story.handles("fire", punished, toPenalty(TODAY, "dept-fire"));
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> event("wanli", punished, StreetWhistleProcess.WITHDRAWN, why))
                    .satisfies(it -> assertThat(it.messageKey()).isEqualTo("case.event.not-awaited"));
        }

        /** In the complaint, too, another department than the table's needs a reason. */
        @Test
        void theTableProposesInTheComplaint() {
            String caseNo = complaint("environment");
            Map<String, Object> form = signedAs(Category.VIOLATION, "dept-police");
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> desk.does("wanli", caseNo, ComplaintProcess.Tasks.SIGN_FOR, form))
                    .satisfies(it -> assertThat(fields(it)).containsExactly("unitReason"));
            form.put("unitReason", "属于夜间扰民，由公安办理。");
            desk.does("wanli", caseNo, ComplaintProcess.Tasks.SIGN_FOR, form);
            assertThat(desk.sees("police", caseNo)).containsExactly(Tasks.REPORT_IN);

            String unknown = complaint("parking");
            Map<String, Object> nameless = signedAs(Category.VIOLATION, "dept-fire");
            nameless.put("categoryReason", "占用的是消防通道，属于违法行为。");
            assertThatExceptionOfType(RuntimeException.class)
                    .as("what the kind of matter does not tell is asked")
                    .isThrownBy(() -> desk.does("wanli", unknown, ComplaintProcess.Tasks.SIGN_FOR, nameless))
                    .satisfies(it -> assertThat(fields(it)).containsExactly("violationKind"));
        }

        /** Who has no power to act is not asked. */
        @Test
        void aCompanyHasNoPower() {
            String caseNo = story.blown("wanli", registered("fire-lane", INSIDE, RECEIVED));
            Map<String, Object> form = referred("company-5");
            form.put(Variables.REFER_REASON, "由企业处理。");
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> desk.does("wanli", caseNo, Tasks.REFER, form))
                    .satisfies(it -> assertThat(fields(it)).containsExactly("lead"));
        }

        /** Another case blows: by the table at once, once for each step, and refused where something is wrong. */
        @Clause({"JJ.15", "AS.14"})
        @Test
        void anotherCaseBlows() {
            String cause = complaint("parking");
            transaction.executeWithoutResult(
                    it -> blowing.blow(blown(cause, "street-wanli", "load-bearing", INSIDE), "step-1"));
            transaction.executeWithoutResult(
                    it -> blowing.blow(blown(cause, "street-wanli", "load-bearing", INSIDE), "step-1"));
            List<String> made =
                    db.queryForList("select case_no from whistle.case_file where parent_case = ?", String.class, cause);
            assertThat(made).hasSize(1);
            String caseNo = made.get(0);
            assertThat(cases.get(caseNo).unit()).isEqualTo("street-wanli");
            assertThat(desk.sees("housing", caseNo)).containsExactly(Tasks.REPORT_IN);
            assertThat(book.particular(caseNo, "violationKind")).isEqualTo("装修拆改承重结构");
            assertThat(book.particular(caseNo, "continuing")).isEqualTo("经劝阻仍在继续");

            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> transaction.executeWithoutResult(
                            it -> blowing.blow(blown(cause, "street-nowhere", "witchcraft", null), "step-2")))
                    .satisfies(it -> assertThat(fields(it)).containsExactly("blownBy", "violationKind", "place"));
        }

        private static Blown blown(String cause, String by, String kind, @Nullable String compound) {
            return new Blown(
                    cause,
                    new Field("blownBy", by),
                    new Field("violationKind", kind),
                    new Field("matter", "拆除承重墙"),
                    null,
                    new Field("compound", compound),
                    new Field("place", null),
                    null,
                    "patrol",
                    true);
        }

        private String complaint(String matterKind) {
            Map<String, Object> form = in(INSIDE, call(RECEIVED));
            form.put("matterKind", matterKind);
            return desk.starts("wanli-1", ComplaintProcess.ID, form);
        }

        private void ended(String caseNo, Ending end, String inside) {
            assertThat(cases.get(caseNo).outcome()).isEqualTo(end.outcome());
            assertThat(desk.open(caseNo)).isEmpty();
            assertThat(path(caseNo)).contains(end.event(), inside);
            assertThat(book.clocks(caseNo)).noneMatch(it -> it.endsWith("RUNNING") || it.endsWith("PAUSED"));
        }

        /** Elements that the case has passed, those of the procedures it called too. */
        private List<String> path(String caseNo) {
            return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNo).list().stream()
                    .flatMap(it ->
                            history.createHistoricActivityInstanceQuery().processInstanceId(it.getId()).list().stream())
                    .map(HistoricActivityInstance::getActivityId)
                    .toList();
        }

        private void event(String user, String caseNo, String event, Map<String, Object> entered) {
            desk.as(user, () -> {
                events.record(cases.get(caseNo), event, entered);
                return caseNo;
            });
        }

        private CaseClock clock(String caseNo, String kind, String occasion) {
            return clocks.find(caseNo, kind, occasion).orElseThrow();
        }

        private List<String> referrals(String caseNo) {
            return db.query(
                    "select * from whistle.referral where case_no = ? order by id",
                    (row, n) -> row.getInt("round") + " " + row.getString("role") + " " + row.getString("unit") + " "
                            + row.getString("state"),
                    caseNo);
        }

        private List<String> breaches(String caseNo) {
            return db.query(
                    "select party, duty from whistle.breach where matter = ? order by ordinal",
                    (row, n) -> row.getString("party") + " " + row.getString("duty"),
                    caseNo);
        }

        private static List<String> fields(Throwable refused) {
            return ((Problem) refused).errors().stream().map(FieldError::field).toList();
        }
    }
}
