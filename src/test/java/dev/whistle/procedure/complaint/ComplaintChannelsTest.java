package dev.whistle.procedure.complaint;

import static dev.whistle.procedure.complaint.ComplaintStory.answered;
import static dev.whistle.procedure.complaint.ComplaintStory.answeredCall;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.dispatched;
import static dev.whistle.procedure.complaint.ComplaintStory.explained;
import static dev.whistle.procedure.complaint.ComplaintStory.hotline;
import static dev.whistle.procedure.complaint.ComplaintStory.in;
import static dev.whistle.procedure.complaint.ComplaintStory.instruction;
import static dev.whistle.procedure.complaint.ComplaintStory.investigated;
import static dev.whistle.procedure.complaint.ComplaintStory.ofKind;
import static dev.whistle.procedure.complaint.ComplaintStory.opinion;
import static dev.whistle.procedure.complaint.ComplaintStory.signed;
import static dev.whistle.procedure.complaint.ComplaintStory.signedAs;
import static dev.whistle.procedure.complaint.ComplaintStory.tellingNobody;
import static dev.whistle.procedure.complaint.ComplaintStory.visit;
import static dev.whistle.procedure.complaint.ComplaintStory.visited;
import static dev.whistle.procedure.complaint.ComplaintStory.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whistle.clock.CaseClock;
import dev.whistle.clock.ClockState;
import dev.whistle.clock.Effect;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.procedure.complaint.ComplaintProcess.AnswerWay;
import dev.whistle.procedure.complaint.ComplaintProcess.Category;
import dev.whistle.procedure.complaint.ComplaintProcess.End;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import dev.whistle.procedure.dutyruling.DutyRulingProcess;
import dev.whistle.procedure.explanation.ExplanationProcess;
import dev.whistle.procedure.followup.FollowUpProcess;
import dev.whistle.procedure.followup.FollowUpProcess.Satisfaction;
import dev.whistle.procedure.mediation.MediationProcess;
import dev.whistle.procedure.whistle.WhistleProcess;
import dev.whistle.procedure.whistle.WhistleStory;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** P01, the ways in: each channel with its own record, the classification, and who comes to handle what. */
class ComplaintChannelsTest {

    private static final String RECEIVED = "2026-09-10T09:40:00+08:00";

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        @Autowired
        WhistleStory whistles;

        @Autowired
        Desk desk;

        @Autowired
        CaseBook book;

        @Autowired
        Jobs jobs;

        @BeforeEach
        void onThursdayMorning() {
            desk.itIs("2026-09-10T02:00:00Z");
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        /** JJ.A7.2.3.2: what is important is reported up and signed for although it was answered on the spot. */
        @Clause("JJ.A7.2.3.2")
        @Test
        void importantAlthoughAnswered() {
            Map<String, Object> form = answeredCall(RECEIVED);
            form.put(Variables.WEIGHT, "typical");
            String caseNo = desk.starts("wanli-1", "complaint", form);

            assertThat(book.clock(caseNo).state()).as("the answer stands").isEqualTo(ClockState.MET);
            assertThat(desk.sees("wanli", caseNo)).containsExactly(Tasks.NOTE_REPORTED);
            desk.does("wanli", caseNo, Tasks.NOTE_REPORTED, new HashMap<>(Map.of("opinion", "已阅，列入本月典型投诉。")));

            book.ended(caseNo, End.ANSWERED_ON_THE_SPOT, ClockState.MET);
            assertThat(book.archive(caseNo)).contains("已阅，列入本月典型投诉。", "典型");
        }

        /** JJ.A7.2.3.1: who comes in person fills in the visit form; what he brings is kept. */
        @Clause("JJ.A7.2.3.1")
        @Test
        void aVisitWithEvidence() {
            String caseNo = desk.starts("wanli-1", "complaint", visit(RECEIVED));

            assertThat(desk.sees("wanli-1", caseNo)).containsExactly(Tasks.KEEP_EVIDENCE);
            desk.does(
                    "wanli-1", caseNo, Tasks.KEEP_EVIDENCE, new HashMap<>(Map.of("evidenceKept", "照片4张、书面材料1份，原件退还")));
            assertThat(desk.sees("wanli", caseNo)).containsExactly(Tasks.SIGN_FOR);
            assertThat(book.particular(caseNo, Variables.VISITORS)).isEqualTo("3");
            assertThat(book.entered(caseNo, "立案登记")).contains("受理渠道：来访", "材料清单：现场照片4张、书面材料1份");

            handleAndAnswer(caseNo, "wanli", "wanli-1", "street-wanli");
            book.ended(caseNo, End.ANSWERED_IN_TIME, ClockState.MET);
        }

        /** JJ.A7.2.1: the hotline office dispatches by duty; the order has its own limit, met by the result. */
        @Clause("JJ.A7.2.1")
        @Test
        void onTheWeb() {
            String caseNo = desk.starts("hotline", "complaint", web(RECEIVED));

            assertThat(desk.sees("hotline", caseNo)).containsExactly(Tasks.DISPATCH);
            assertThat(book.clocks(caseNo)).containsExactly("complaint.answer RUNNING");
            desk.does("hotline", caseNo, Tasks.DISPATCH, dispatched("dept-fire"));
            // five working days after Thursday the 10th; make-up Sunday the 20th comes later
            assertThat(book.clock(caseNo, ComplaintProcess.DISPATCH_CLOCK).dueAt())
                    .isEqualTo(Instant.parse("2026-09-17T16:00:00Z"));
            assertThat(book.told(caseNo, "complaint.assigned"))
                    .containsExactly("complaint.assigned fire", "complaint.assigned fire-lead");

            desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-09-10"));
            desk.does("fire", caseNo, Tasks.ANSWER, answered());
            assertThat(book.clocks(caseNo))
                    .containsExactly("complaint.answer MET", "complaint.dispatch MET", "follow-up.visit RUNNING");
            desk.does("hotline", caseNo, FollowUpProcess.Tasks.VISIT, visited("2026-09-10", Satisfaction.BASIC));
            book.ended(caseNo, End.ANSWERED_IN_TIME, ClockState.MET);
            assertThat(book.particular(caseNo, Variables.PLATFORM)).isEqualTo("区政府网站留言板");
        }

        /** JJ.A7.2.1.1: where duty is unclear the hotline office and the district office sort it out together. */
        @Clause("JJ.A7.2.1.1")
        @Test
        void dutyIsSortedOut() {
            String caseNo = desk.starts("hotline", "complaint", hotline(RECEIVED));
            desk.does("hotline", caseNo, Tasks.DISPATCH, unclear());

            assertThat(desk.sees("district", caseNo)).containsExactly(DutyRulingProcess.Tasks.RULE);
            desk.does(
                    "district",
                    caseNo,
                    DutyRulingProcess.Tasks.RULE,
                    new HashMap<>(Map.of(
                            "dutyRuling",
                            "unit",
                            "handlingUnit",
                            "dept-urban-management",
                            "dutyOpinion",
                            "占道停车由城管牵头。")));

            assertThat(desk.sees("urban-management", caseNo)).containsExactly(Tasks.INVESTIGATE);
            assertThat(book.clocks(caseNo)).containsExactly("complaint.answer RUNNING", "complaint.dispatch RUNNING");
        }

        /** JJ.A7.2.1.1: or it is reported to a leader of the district, who names the department. */
        @Clause("JJ.A7.2.1.1")
        @Test
        void aLeaderNamesTheDepartment() {
            String caseNo = desk.starts("hotline", "complaint", hotline(RECEIVED));
            desk.does("hotline", caseNo, Tasks.DISPATCH, unclear());
            desk.does(
                    "district",
                    caseNo,
                    DutyRulingProcess.Tasks.RULE,
                    new HashMap<>(Map.of("dutyRuling", "leader", "dutyOpinion", "城管、消防意见不一。")));
            assertThat(desk.sees("district-lead", caseNo)).containsExactly(DutyRulingProcess.Tasks.NAME_UNIT);
            desk.does(
                    "district-lead",
                    caseNo,
                    DutyRulingProcess.Tasks.NAME_UNIT,
                    new HashMap<>(Map.of(
                            "namingLeader",
                            "副区长 周远",
                            "namedOn",
                            "2026-09-10",
                            "namingWords",
                            "由消防救援大队牵头。",
                            "handlingUnit",
                            "dept-fire")));

            assertThat(desk.sees("fire", caseNo)).containsExactly(Tasks.INVESTIGATE);
            assertThat(book.particular(caseNo, "namingWords")).isEqualTo("由消防救援大队牵头。");
        }

        /** An opinion on the net may have no author that one could call: it is answered where it stands. */
        @Test
        void anAnonymousOpinion() {
            String caseNo = desk.starts("hotline", "complaint", opinion(RECEIVED));
            assertThat(book.particular(caseNo, Variables.LINK)).isEqualTo("https://bbs.example.cn/thread-48213");
            desk.does("hotline", caseNo, Tasks.DISPATCH, tellingNobody(dispatched("dept-fire")));
            desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-09-10"));
            desk.does("fire", caseNo, Tasks.ANSWER, answered(AnswerWay.PUBLIC));
            desk.does("hotline", caseNo, FollowUpProcess.Tasks.VISIT, visited("2026-09-10", Satisfaction.UNREACHED));

            book.ended(caseNo, End.ANSWERED_IN_TIME, ClockState.MET);
            assertThat(book.told(caseNo))
                    .as("there is nobody to be told")
                    .containsExactly("complaint.assigned fire", "complaint.assigned fire-lead");
        }

        /** A leader's instruction is signed for by the next tier, which reads the leader's words. */
        @Test
        void aLeadersInstruction() {
            String caseNo = desk.starts("wanli", "complaint", instruction(RECEIVED));

            assertThat(desk.sees("district", caseNo)).containsExactly(Tasks.SIGN_FOR);
            assertThat(book.particular(caseNo, Variables.LEADER_WORDS)).isEqualTo("请区住建局牵头核查，限期解决并报结果。");
            handleAndAnswer(caseNo, "district", "wanli", "dept-housing");
            book.ended(caseNo, End.ANSWERED_IN_TIME, ClockState.MET);
            assertThat(book.archive(caseNo)).contains("请区住建局牵头核查");
        }

        /** JJ.A3.3.1: who signs decides the kind, and says why where it is not the table's. */
        @Clause({"JJ.A3.3.1", "JJ.G3"})
        @Test
        void aDifferingClassificationNeedsItsReason() {
            String caseNo = desk.starts("wanli-1", "complaint", in("compound-05", call(RECEIVED)));
            CaseClock promised = book.clock(caseNo);
            assertThat(promised.effect()).isEqualTo(Effect.SERVICE);

            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> desk.does(
                            "wanli",
                            caseNo,
                            Tasks.SIGN_FOR,
                            ofKind("fire-lane", signedAs(Category.VIOLATION, "dept-fire"))))
                    .satisfies(it -> assertThat(((Problem) it).errors())
                            .extracting(FieldError::field)
                            .containsExactly(Variables.CATEGORY_REASON));
            assertThatExceptionOfType(RuntimeException.class)
                    .as("whatever the page says the table had said")
                    .isThrownBy(() -> {
                        Map<String, Object> form = ofKind("fire-lane", signedAs(Category.VIOLATION, "dept-fire"));
                        form.put(Variables.SUGGESTED_CATEGORY, Category.VIOLATION);
                        desk.does("wanli", caseNo, Tasks.SIGN_FOR, form);
                    });
            Map<String, Object> form = ofKind("fire-lane", signedAs(Category.VIOLATION, "dept-fire"));
            form.put(Variables.CATEGORY_REASON, "占用的是消防通道，属于违法行为。");
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, form);

            assertThat(book.entered(caseNo, "签收并确定承办单位")).contains("类别：违法违规（吹哨报到）", "与初步判断不一致的理由：占用的是消防通道，属于违法行为。");
            assertThat(book.clock(caseNo))
                    .returns(Effect.STATUTORY, CaseClock::effect)
                    .returns(promised.anchorAt(), CaseClock::anchorAt)
                    .returns(promised.dueAt(), CaseClock::dueAt);
            assertThat(book.lines(caseNo)).contains("“投诉答复期限”改为法定期限，仍至2026年9月28日届满");
        }

        /** JJ.A3.3.1, JJ.10: a violation of law goes to the department; it answers the complainant itself. */
        @Clause({"JJ.A3.3.1", "JJ.10", "JJ.G3"})
        @Test
        void aViolation() {
            Map<String, Object> form = call(RECEIVED);
            form.put(Variables.MATTER_KIND, "fire-lane");
            String caseNo = desk.starts("wanli-1", "complaint", form);
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signedAs(Category.VIOLATION, "dept-fire"));
            assertThat(book.clock(caseNo).effect()).isEqualTo(Effect.STATUTORY);
            assertThat(desk.path(caseNo)).doesNotContain("serviceTask_regradeAnswerClock");

            assertThat(desk.sees("fire", caseNo)).containsExactly(WhistleProcess.Tasks.REPORT_IN);
            whistles.signs("fire", caseNo);
            whistles.handles("fire", caseNo, WhistleStory.rectified("2026-09-10"));
            whistles.checks("wanli", caseNo, true, "2026-09-10");
            desk.does("fire", caseNo, Tasks.ANSWER, answered());
            visitedAndEnded(caseNo, "wanli-1");
        }

        /** JJ.A3.3.1, JJ.16: a dispute is mediated. */
        @Clause({"JJ.A3.3.1", "JJ.16"})
        @Test
        void aDispute() {
            Map<String, Object> form = call(RECEIVED);
            form.put(Variables.MATTER_KIND, "neighbours");
            String caseNo = desk.starts("wanli-1", "complaint", form);
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signedAs(Category.DISPUTE, "community-wanli-1"));

            desk.does(
                    "wanli-1",
                    caseNo,
                    MediationProcess.Tasks.MEDIATE,
                    new HashMap<>(Map.of(
                            "mediators",
                            "孔冰",
                            "mediatedOn",
                            "2026-09-10",
                            "findings",
                            "楼上漏水，双方愿意协商。",
                            "mediationResult",
                            "settled")));
            desk.does("wanli-1", caseNo, Tasks.ANSWER, answered());
            visitedAndEnded(caseNo, "wanli-1");
        }

        /** What is none of these goes to the district office. */
        @Test
        void anythingElse() {
            Map<String, Object> form = call(RECEIVED);
            form.put(Variables.MATTER_KIND, "utilities");
            String caseNo = desk.starts("wanli-1", "complaint", form);
            Map<String, Object> other = signedAs(Category.OTHER, "dept-fire");
            other.remove(Variables.HANDLING_UNIT);
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, other);

            assertThat(desk.sees("district", caseNo)).containsExactly(Tasks.INVESTIGATE);
        }

        /** JJ.A7.2.1.2: before the order's limit the unit says whether it will keep it, and may ask for more time. */
        @Clause("JJ.A7.2.1.2")
        @Test
        void moreTimeForADispatch() {
            String caseNo = dispatchedCase();
            desk.itIs("2026-09-15T00:30:00Z"); // two working days before Thursday the 17th
            assertThat(jobs.runDueOf(caseNo)).isEqualTo(1);
            assertThat(desk.sees("fire", caseNo)).containsExactlyInAnyOrder(Tasks.INVESTIGATE, Tasks.FORECAST);

            desk.does("fire", caseNo, Tasks.FORECAST, forecast(3));
            desk.does("hotline", caseNo, Tasks.DECIDE_EXTENSION, extension("granted"));

            assertThat(book.clock(caseNo, ComplaintProcess.DISPATCH_CLOCK).dueAt())
                    .as("the make-up Sunday of the 20th counts")
                    .isEqualTo(Instant.parse("2026-09-21T16:00:00Z"));
            assertThat(book.clock(caseNo).dueAt())
                    .as("the answer is due when it was")
                    .isEqualTo(Instant.parse("2026-09-28T16:00:00Z"));
        }

        @Test
        void noMoreTimeForADispatch() {
            String caseNo = dispatchedCase();
            Instant due = book.clock(caseNo, ComplaintProcess.DISPATCH_CLOCK).dueAt();
            desk.itIs("2026-09-15T00:30:00Z");
            jobs.runDueOf(caseNo);
            desk.does("fire", caseNo, Tasks.FORECAST, forecast(3));
            desk.does("hotline", caseNo, Tasks.DECIDE_EXTENSION, extension("refused"));

            assertThat(book.clock(caseNo, ComplaintProcess.DISPATCH_CLOCK).dueAt())
                    .isEqualTo(due);
            assertThat(desk.path(caseNo)).contains("endEvent_refused");
        }

        /** A limit that has passed meanwhile is not extended. */
        @Test
        void tooLateForMoreTime() {
            String caseNo = dispatchedCase();
            desk.itIs("2026-09-15T00:30:00Z");
            jobs.runDueOf(caseNo);
            desk.does("fire", caseNo, Tasks.FORECAST, forecast(3));
            desk.itIs("2026-09-18T02:00:00Z");
            desk.does("hotline", caseNo, Tasks.DECIDE_EXTENSION, extension("granted"));

            assertThat(desk.path(caseNo)).contains("endEvent_tooLate");
        }

        @Test
        void theDispatchWillBeKept() {
            String caseNo = dispatchedCase();
            desk.itIs("2026-09-15T00:30:00Z");
            jobs.runDueOf(caseNo);
            desk.does(
                    "fire",
                    caseNo,
                    Tasks.FORECAST,
                    new HashMap<>(Map.of(Variables.FORECAST, "onTime", "progress", "已到现场，明日答复。")));

            assertThat(desk.path(caseNo)).contains("endEvent_onTime");
            assertThat(desk.open(caseNo)).containsExactly(Tasks.INVESTIGATE);
        }

        /** JJ.A7.2.1.2: when it has passed, the dispatcher requires the unit to explain; the answer goes on. */
        @Clause("JJ.A7.2.1.2")
        @Test
        void aDispatchNotKept() {
            String caseNo = dispatchedCase();
            desk.itIs("2026-09-18T02:00:00Z");
            assertThat(jobs.runDueOf(caseNo)).isEqualTo(2);

            assertThat(book.told(caseNo, "clock.breached")).containsExactly("clock.breached fire-lead");
            assertThat(book.told(caseNo, "explanation.demanded"))
                    .containsExactly("explanation.demanded fire", "explanation.demanded fire-lead");
            desk.does("fire", caseNo, ExplanationProcess.Tasks.EXPLAIN, explained());
            assertThat(book.told(caseNo, "explanation.given"))
                    .containsExactly("explanation.given hotline", "explanation.given hotline-lead");

            desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-09-18"));
            desk.does("fire", caseNo, Tasks.ANSWER, answered());
            desk.does("hotline", caseNo, FollowUpProcess.Tasks.VISIT, visited("2026-09-18", Satisfaction.SATISFIED));
            book.ended(caseNo, End.ANSWERED_IN_TIME, ClockState.MET);
            assertThat(book.clocks(caseNo)).contains("complaint.dispatch BREACHED");
            assertThat(desk.path(caseNo)).contains("endEvent_dispatchExplained", "endEvent_reportedMeanwhile");
        }

        /** Who answers need not say any more why he has not. */
        @Test
        void answeredBeforeTheDispatchIsExplained() {
            String caseNo = dispatchedCase();
            desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-09-10"));
            desk.itIs("2026-09-18T02:00:00Z");
            jobs.runDueOf(caseNo);
            desk.does("fire", caseNo, Tasks.ANSWER, answered());

            assertThat(desk.open(caseNo)).containsExactly(FollowUpProcess.Tasks.VISIT);
            assertThat(desk.path(caseNo)).contains("endEvent_dispatchAnswered", "endEvent_reportedMeanwhile");
        }

        private String dispatchedCase() {
            String caseNo = desk.starts("hotline", "complaint", web(RECEIVED));
            desk.does("hotline", caseNo, Tasks.DISPATCH, dispatched("dept-fire"));
            return caseNo;
        }

        private static Map<String, Object> unclear() {
            Map<String, Object> form = dispatched("dept-fire");
            form.put(Variables.DUTY, "unclear");
            form.remove(Variables.HANDLING_UNIT);
            return form;
        }

        private static Map<String, Object> forecast(int days) {
            return new HashMap<>(
                    Map.of(Variables.FORECAST, "extension", "progress", "等待交警确认车主。", Variables.EXTENSION_DAYS, days));
        }

        private static Map<String, Object> extension(String decision) {
            return new HashMap<>(Map.of(Variables.EXTENSION, decision, Variables.EXTENSION_REASON, "需要交警部门配合，情况属实。"));
        }

        private void handleAndAnswer(String caseNo, String signer, String first, String unit) {
            desk.does(signer, caseNo, Tasks.SIGN_FOR, signed(unit));
            String handler = unit.substring(unit.indexOf('-') + 1);
            desk.does(handler, caseNo, Tasks.INVESTIGATE, investigated("2026-09-10"));
            desk.does(handler, caseNo, Tasks.ANSWER, answered());
            desk.does(first, caseNo, FollowUpProcess.Tasks.VISIT, visited("2026-09-10", Satisfaction.SATISFIED));
        }

        private void visitedAndEnded(String caseNo, String first) {
            desk.does(first, caseNo, FollowUpProcess.Tasks.VISIT, visited("2026-09-10", Satisfaction.SATISFIED));
            book.ended(caseNo, End.ANSWERED_IN_TIME, ClockState.MET);
        }
    }
}
