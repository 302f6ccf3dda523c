package dev.whistle.procedure.complaint;

import static dev.whistle.procedure.complaint.ComplaintStory.answered;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.declined;
import static dev.whistle.procedure.complaint.ComplaintStory.in;
import static dev.whistle.procedure.complaint.ComplaintStory.investigated;
import static dev.whistle.procedure.complaint.ComplaintStory.investigatedAtCompany;
import static dev.whistle.procedure.complaint.ComplaintStory.merged;
import static dev.whistle.procedure.complaint.ComplaintStory.signed;
import static dev.whistle.procedure.complaint.ComplaintStory.signedAs;
import static dev.whistle.procedure.complaint.ComplaintStory.visited;
import static dev.whistle.procedure.complaint.ComplaintStory.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whistle.clock.ClockState;
import dev.whistle.document.LetterStory;
import dev.whistle.engine.CaseEvents;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.procedure.Ending;
import dev.whistle.procedure.complaint.ComplaintProcess.AnswerWay;
import dev.whistle.procedure.complaint.ComplaintProcess.Category;
import dev.whistle.procedure.complaint.ComplaintProcess.End;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import dev.whistle.procedure.followup.FollowUpProcess;
import dev.whistle.procedure.followup.FollowUpProcess.ReviewDecision;
import dev.whistle.procedure.followup.FollowUpProcess.Satisfaction;
import dev.whistle.procedure.letter.LetterProcess;
import dev.whistle.procedure.rectification.RectificationProcess;
import dev.whistle.procedure.rectification.RectificationProcess.CheckResult;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * P01, the ways out: a company that puts things right, the dissatisfied heard again, and what ends without an answer.
 */
class ComplaintEndsTest {

    private static final String RECEIVED = "2026-09-10T09:40:00+08:00";
    private static final String TODAY = "2026-09-10";

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
        CaseBook book;

        @Autowired
        LetterStory letters;

        @Autowired
        CaseEvents events;

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

        /** JJ.A4.2.3: the company puts right what it owes, at the second try, within its time. */
        @Clause("JJ.A4.2.3")
        @Test
        void theCompanyPutsItRight() {
            String caseNo = withTheCompany();
            assertThat(book.told(caseNo, "rectification.ordered")).containsExactly("rectification.ordered company-5");
            // seven working days after the 10th: the 20th is a make-up Sunday
            assertThat(desk.taskOf(caseNo, RectificationProcess.Tasks.RECTIFY).getDueDate())
                    .isEqualTo(Instant.parse("2026-09-20T16:00:00Z"));
            rectified(caseNo);
            checked(caseNo, CheckResult.AGAIN);
            rectified(caseNo);
            checked(caseNo, CheckResult.DONE);
            desk.does("wanli-1", caseNo, Tasks.ANSWER, answered(AnswerWay.PHONE, "resolved", "company"));

            visitedAndEnded(caseNo, End.ANSWERED_IN_TIME);
            assertThat(book.clocks(caseNo)).contains("complaint.rectification MET");
            assertThat(book.archive(caseNo)).contains("施划禁停标线，安排专人每日巡查并劝离车辆。", "继续整改", "整改到位");
        }

        /** A company that does not: reminded, its leads told, at last answered as it is. */
        @Test
        void theCompanyDoesNot() {
            String caseNo = withTheCompany();
            desk.itIs("2026-09-21T02:00:00Z");
            assertThat(jobs.runDueOf(caseNo)).isPositive();
            assertThat(book.told(caseNo, "clock.reminder")).isNotEmpty().allMatch(it -> it.endsWith("company-5"));
            assertThat(book.told(caseNo, "clock.breached"))
                    .containsExactly("clock.breached company-5", "clock.breached wanli-1");
            rectified(caseNo);
            checked(caseNo, CheckResult.FAILED);
            desk.does("wanli-1", caseNo, Tasks.ANSWER, answered(AnswerWay.PHONE, "unresolved", "company"));

            visitedAndEnded(caseNo, End.ANSWERED_IN_TIME);
            assertThat(book.clocks(caseNo)).contains("complaint.rectification BREACHED");
        }

        /** A company is asked for nothing where there is none. */
        @Test
        void whereThereIsNoCompany() {
            String caseNo = desk.starts("wanli-1", "complaint", call(RECEIVED));
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire"));
            Map<String, Object> form = investigatedAtCompany(TODAY, true);

            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> desk.does("fire", caseNo, Tasks.INVESTIGATE, form))
                    .satisfies(it -> assertThat(((Problem) it).errors())
                            .extracting(FieldError::field)
                            .as("what depends on it is not spoken of")
                            .containsExactly("rectification"));
        }

        /** The dissatisfied are heard again by the next tier, once: here it upholds what was done. */
        @Test
        void upheldOnReview() {
            String caseNo = answeredCase();
            desk.does("wanli-1", caseNo, FollowUpProcess.Tasks.VISIT, visited(TODAY, Satisfaction.DISSATISFIED));
            assertThat(desk.sees("district", caseNo))
                    .as("a department's next tier is the district office")
                    .containsExactly(FollowUpProcess.Tasks.REVIEW);
            desk.does("district", caseNo, FollowUpProcess.Tasks.REVIEW, reviewed(ReviewDecision.UPHELD));
            desk.does("district", caseNo, FollowUpProcess.Tasks.ANSWER_REVIEW, reviewAnswered(AnswerWay.PHONE));

            book.ended(caseNo, End.ANSWERED_IN_TIME, ClockState.MET);
            assertThat(book.clocks(caseNo))
                    .containsExactlyInAnyOrder("complaint.answer MET", "follow-up.visit MET", "follow-up.review MET");
            assertThat(book.particular(caseNo, "satisfaction")).isEqualTo("基本满意");
        }

        /** Or has it done again, and answers by letter. */
        @Test
        void doneAgainOnReview() {
            String caseNo = answeredCase();
            desk.does("wanli-1", caseNo, FollowUpProcess.Tasks.VISIT, visited(TODAY, Satisfaction.DISSATISFIED));
            Map<String, Object> review = reviewed(ReviewDecision.REDO);
            review.put("reviewDemand", "请会同交警清拖，并在三日内回头看。");
            desk.does("district", caseNo, FollowUpProcess.Tasks.REVIEW, review);
            desk.does(
                    "fire",
                    caseNo,
                    FollowUpProcess.Tasks.REDO,
                    new HashMap<>(Map.of("redoers", "邹强", "redoneOn", TODAY, "redoReport", "已清拖三辆，恢复畅通。")));
            desk.does("district", caseNo, FollowUpProcess.Tasks.ANSWER_REVIEW, reviewAnswered(AnswerWay.LETTER));
            letters.decides("district-lead", caseNo, "withdrawn");
            assertThat(desk.open(caseNo)).containsExactly(FollowUpProcess.Tasks.ANSWER_REVIEW);
            desk.does("district", caseNo, FollowUpProcess.Tasks.ANSWER_REVIEW, reviewAnswered(AnswerWay.LETTER));
            letters.decides("district-lead", caseNo, "signed");
            desk.does("district", caseNo, LetterProcess.Tasks.SERVE, LetterStory.served(TODAY, true));

            book.ended(caseNo, End.ANSWERED_IN_TIME, ClockState.MET);
            assertThat(book.documents(caseNo)).containsExactly("review-answer WITHDRAWN", "review-answer ACKNOWLEDGED");
            assertThat(book.archive(caseNo)).contains("投诉复核答复书", "请会同交警清拖");
        }

        /** What the district does not handle: the complainant is told where to go. */
        @Test
        void notAccepted() {
            String caseNo = desk.starts("wanli-1", "complaint", call(RECEIVED));
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, declined());

            book.ended(caseNo, End.NOT_ACCEPTED, ClockState.MET);
            assertThat(book.told(caseNo)).containsExactly("complaint.declined complainant");
            assertThat(book.words(caseNo, "complaint.declined")).contains("请向市住房公积金管理中心反映，电话12329");
            assertThat(book.archive(caseNo)).contains("属于住房公积金业务。");
        }

        /** The same matter under way already: one answer goes to both. */
        @Test
        void mergedIntoAnother() {
            Map<String, Object> call = in("compound-07", call(RECEIVED));
            call.put(Variables.CALLER_PHONE, "13905530147"); // of their own, among all that others have left
            call.put(Variables.CALLER_ADDRESS, "松涧云邸9栋");
            String first = desk.starts("wanli-1", "complaint", call);
            Map<String, Object> again = in("compound-07", call(RECEIVED));
            again.put(Variables.CALLER_ADDRESS, "松涧云邸11栋");
            again.put(Variables.CALLER_NAME, "沈文娟");
            again.put(Variables.CALLER_PHONE, "13905530148");
            String second = desk.starts("wanli-1", "complaint", again);
            desk.does("wanli", second, Tasks.SIGN_FOR, merged(first));

            book.ended(second, End.MERGED, ClockState.CANCELLED);
            assertThat(book.told(second)).containsExactly("complaint.merged complainant");
            assertThat(book.words(second, "complaint.merged")).contains(first);

            desk.does("wanli", first, Tasks.SIGN_FOR, signedAs(Category.SERVICE, "community-wanli-1"));
            desk.does("wanli-1", first, Tasks.INVESTIGATE, investigatedAtCompany(TODAY, false));
            desk.does("wanli-1", first, Tasks.ANSWER, answered());
            assertThat(book.told(first, "complaint.answered"))
                    .as("both who complained are told")
                    .hasSize(2);
        }

        /** Withdrawn before anybody has signed for it. */
        @Test
        void withdrawnAtOnce() {
            String caseNo = desk.starts("wanli-1", "complaint", call(RECEIVED));
            withdraws("wanli-1", caseNo);

            book.ended(caseNo, End.WITHDRAWN, ClockState.CANCELLED);
            assertThat(book.told(caseNo)).containsExactly("complaint.withdrawn complainant");
            assertThat(book.archive(caseNo)).contains("车主已自行挪车，不再投诉。");
        }

        /** Withdrawn while an answer lies before the lead: the letter goes with it. */
        @Test
        void withdrawnWhileALetterIsWritten() {
            String caseNo = desk.starts("wanli-1", "complaint", call(RECEIVED));
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire"));
            desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated(TODAY));
            desk.does("fire", caseNo, Tasks.ANSWER, answered(AnswerWay.LETTER));
            withdraws("fire", caseNo);

            book.ended(caseNo, End.WITHDRAWN, ClockState.CANCELLED);
            assertThat(book.documents(caseNo)).containsExactly("complaint-answer WITHDRAWN");
        }

        /** Withdrawn while the company has it, after its time: the breach stays on record. */
        @Test
        void withdrawnWhileTheCompanyHasIt() {
            String caseNo = withTheCompany();
            desk.itIs("2026-09-21T02:00:00Z");
            jobs.runDueOf(caseNo);
            withdraws("district", caseNo);

            book.ended(caseNo, End.WITHDRAWN, ClockState.CANCELLED);
            assertThat(book.clocks(caseNo)).contains("complaint.rectification BREACHED");
        }

        /** JJ.A8.3.2: the third time that the same matter is not settled by the company's fault the office is told. */
        @Clause("JJ.A8.3.2")
        @Test
        void threeTimesTheSame() {
            String first = unresolvedByTheCompany(null);
            assertThat(book.told(first, "complaint.repeats")).isEmpty();
            String second = unresolvedByTheCompany(first);
            assertThat(book.told(second, "complaint.repeats")).isEmpty();
            String third = unresolvedByTheCompany(second);

            assertThat(book.told(third, "complaint.repeats"))
                    .containsExactly("complaint.repeats district", "complaint.repeats district-lead");
            assertThat(book.lines(third)).contains("登记重复投诉", "重复投诉统计", "告知区办公室");
            assertThat(book.archive(third)).contains(second);
        }

        private String unresolvedByTheCompany(@Nullable String repeatOf) {
            String caseNo = desk.starts("wanli-1", "complaint", in("compound-05", call(RECEIVED)));
            Map<String, Object> form = signedAs(Category.SERVICE, "community-wanli-1");
            form.put(Variables.REPEAT_OF, repeatOf);
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, form);
            desk.does("wanli-1", caseNo, Tasks.INVESTIGATE, investigatedAtCompany(TODAY, false));
            desk.does("wanli-1", caseNo, Tasks.ANSWER, answered(AnswerWay.PHONE, "unresolved", "company"));
            visitedAndEnded(caseNo, End.ANSWERED_IN_TIME);
            return caseNo;
        }

        private void withdraws(String user, String caseNo) {
            desk.as(user, () -> {
                events.record(book.file(caseNo), ComplaintProcess.WITHDRAWN, withdrawn());
                return caseNo;
            });
        }

        private String withTheCompany() {
            String caseNo = desk.starts("wanli-1", "complaint", in("compound-05", call(RECEIVED)));
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signedAs(Category.SERVICE, "community-wanli-1"));
            desk.does("wanli-1", caseNo, Tasks.INVESTIGATE, investigatedAtCompany(TODAY, true));
            return caseNo;
        }

        private void rectified(String caseNo) {
            desk.does(
                    "company-5",
                    caseNo,
                    RectificationProcess.Tasks.RECTIFY,
                    new HashMap<>(
                            Map.of("rectifyResult", "done", "rectifiedOn", TODAY, "rectifyReport", "已施划禁停标线，每日巡查两次。")));
        }

        private void checked(String caseNo, String result) {
            desk.does(
                    "wanli-1",
                    caseNo,
                    RectificationProcess.Tasks.CHECK,
                    new HashMap<>(Map.of(
                            "checkers", "孔冰", "checkedOn", TODAY, "checkResult", result, "checkReport", "到现场查看。")));
        }

        private String answeredCase() {
            String caseNo = desk.starts("wanli-1", "complaint", call(RECEIVED));
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire"));
            desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated(TODAY));
            desk.does("fire", caseNo, Tasks.ANSWER, answered());
            return caseNo;
        }

        private static Map<String, Object> reviewed(String decision) {
            return new HashMap<>(
                    Map.of("reviewers", "崔慧、姜敏", "reviewFindings", "调阅案卷，到现场查看，傍晚仍有车辆占用。", "reviewDecision", decision));
        }

        private static Map<String, Object> reviewAnswered(String way) {
            return new HashMap<>(Map.of(
                    "answerWay",
                    way,
                    "answerResult",
                    "resolved",
                    "reviewAnswer",
                    "已会同交警清拖，恢复畅通。",
                    "satisfaction",
                    "basic"));
        }

        private void visitedAndEnded(String caseNo, Ending end) {
            desk.does("wanli-1", caseNo, FollowUpProcess.Tasks.VISIT, visited(TODAY, Satisfaction.SATISFIED));
            book.ended(caseNo, end, ClockState.MET);
        }
    }
}
