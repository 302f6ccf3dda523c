package dev.whistle.procedure.complaint;

import static dev.whistle.procedure.complaint.ComplaintStory.answered;
import static dev.whistle.procedure.complaint.ComplaintStory.answeredCall;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.explained;
import static dev.whistle.procedure.complaint.ComplaintStory.investigated;
import static dev.whistle.procedure.complaint.ComplaintStory.signed;
import static dev.whistle.procedure.complaint.ComplaintStory.visited;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.casefile.Entry;
import dev.whistle.casefile.Timeline;
import dev.whistle.clock.ClockState;
import dev.whistle.document.LetterStory;
import dev.whistle.procedure.Ending;
import dev.whistle.procedure.complaint.ComplaintProcess.AnswerWay;
import dev.whistle.procedure.complaint.ComplaintProcess.End;
import dev.whistle.procedure.complaint.ComplaintProcess.LimitTold;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.explanation.ExplanationProcess;
import dev.whistle.procedure.followup.FollowUpProcess;
import dev.whistle.procedure.followup.FollowUpProcess.Satisfaction;
import dev.whistle.procedure.letter.LetterProcess;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** P01 by telephone: every end of {@code complaint.bpmn}, told as the story of a case. */
class ComplaintProcessTest {

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        @Autowired
        JdbcTemplate db;

        @Autowired
        Desk desk;

        @Autowired
        CaseBook book;

        @Autowired
        Timeline timeline;

        @Autowired
        LetterStory letters;

        @Autowired
        Jobs jobs;

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        /** JJ.A7.2.2.1: what can be answered at once is answered on the spot and recorded. */
        @Clause("JJ.A7.2.2.1")
        @Test
        void answeredOnTheSpot() {
            desk.itIs("2026-09-10T02:00:00Z");

            String caseNo = desk.starts("wanli-1", "complaint", answeredCall("2026-09-10T09:40:00+08:00"));

            book.ended(caseNo, End.ANSWERED_ON_THE_SPOT, ClockState.MET);
            assertThat(desk.path(caseNo))
                    .containsExactly(
                            "startEvent_complaintReceived",
                            "serviceTask_openCase",
                            "businessRuleTask_classify",
                            "serviceTask_armAnswerClock",
                            "gateway_channel",
                            "gateway_evidence",
                            "gateway_received",
                            "gateway_answeredOnTheSpot",
                            "serviceTask_meetAnswerClockOnTheSpot",
                            "gateway_important",
                            "gateway_noted",
                            "serviceTask_closeAnsweredOnTheSpot",
                            "endEvent_answeredOnTheSpot");
            assertThat(book.lines(caseNo)).containsExactly("立案登记", "启动答复期限", "当场答复，期限办结", "结案归档");
        }

        /** JJ.A7.2.2.2, JJ.A7.3.5, JJ.A3.3.3: reported up, signed for, handled, answered within 15 days. */
        @Clause({"JJ.A7.2.2.2", "JJ.A7.3.5", "JJ.A3.3.3"})
        @Test
        void answeredInTime() {
            desk.itIs("2026-09-10T02:00:00Z");
            String caseNo = desk.starts("wanli-1", "complaint", call("2026-09-10T09:40:00+08:00"));

            // 2026-09-25 is Mid-Autumn Day, 26 and 27 are a weekend: the last day is Monday the 28th (Civil Code 203)
            Instant due = Instant.parse("2026-09-28T16:00:00Z");
            assertThat(book.clock(caseNo).dueAt()).isEqualTo(due);
            assertThat(desk.taskOf(caseNo, Tasks.SIGN_FOR).getDueDate()).isEqualTo(due);
            assertThat(desk.sees("wanli", caseNo)).containsExactly(Tasks.SIGN_FOR);

            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire"));
            assertThat(desk.sees("fire", caseNo)).containsExactly(Tasks.INVESTIGATE);
            desk.itIs("2026-09-14T02:00:00Z");
            desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-09-13"));
            desk.itIs("2026-09-28T15:59:00Z");
            desk.does("fire", caseNo, Tasks.ANSWER, answered());

            visitedAndEnded(caseNo, End.ANSWERED_IN_TIME, ClockState.MET);
            assertThat(book.lines(caseNo))
                    .containsExactly(
                            "立案登记",
                            "启动答复期限",
                            "签收并确定承办单位",
                            "重定答复期限效力",
                            "通知承办单位",
                            "短信告知办理期限",
                            "调查核实、处理",
                            "答复投诉人",
                            "答复期限办结",
                            "短信告知已答复",
                            "启动回访期限",
                            "回访投诉人",
                            "回访期限办结",
                            "重复投诉统计",
                            "结案归档");
            assertThat(book.actors(caseNo))
                    .containsExactly(
                            "wanli-1", "wanli-1", "wanli", "wanli", "wanli", "wanli", "fire", "fire", "fire", "fire",
                            "fire", "wanli-1", "wanli-1", "wanli-1", "wanli-1");
            assertThat(book.told(caseNo))
                    .as("JJ.A7.3.5: the limit, then the result")
                    .containsExactly(
                            "complaint.assigned fire",
                            "complaint.assigned fire-lead",
                            "complaint.limit-told complainant",
                            "complaint.answered complainant");
            assertThat(book.words(caseNo, "complaint.limit-told")).contains(caseNo, "2026年9月28日");
        }

        /** JJ.A7.3.5: the limit told and the result answered by letters; the answer counts when it is served. */
        @Clause("JJ.A7.3.5")
        @Test
        void answeredByLetter() {
            desk.itIs("2026-09-10T02:00:00Z");
            String caseNo = desk.starts("wanli-1", "complaint", call("2026-09-10T09:40:00+08:00"));
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire", LimitTold.LETTER));
            assertThat(desk.taskOf(caseNo, LetterProcess.Tasks.SIGN).getName())
                    .as("two letters of a case can be told apart in a list")
                    .isEqualTo("签发文书：投诉办理期限告知书");
            letters.signs(caseNo);
            letters.serves(caseNo, true);
            desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-09-10"));
            desk.does("fire", caseNo, Tasks.ANSWER, answered(AnswerWay.LETTER));
            assertThat(desk.taskOf(caseNo, LetterProcess.Tasks.SIGN).getDueDate())
                    .as("a letter's tasks follow the clock of the complaint")
                    .isEqualTo(Instant.parse("2026-09-28T16:00:00Z"));
            letters.signs(caseNo);
            assertThat(book.clock(caseNo).state()).isEqualTo(ClockState.RUNNING);
            desk.itIs("2026-09-28T15:00:00Z");
            letters.serves(caseNo, false);

            visitedAndEnded(caseNo, End.ANSWERED_IN_TIME, ClockState.MET);
            assertThat(book.documents(caseNo))
                    .containsExactly("time-limit-notice ACKNOWLEDGED", "complaint-answer SERVED");
            assertThat(book.archive(caseNo)).contains("投诉办理期限告知书", "投诉答复书", "八、消息告知", "告知办理期限", "查询码");
        }

        /** An answer that its lead withdraws is no answer: it is given again. */
        @Test
        void aWithdrawnAnswerIsGivenAgain() {
            desk.itIs("2026-09-10T02:00:00Z");
            String caseNo = investigatedCase();
            desk.does("fire", caseNo, Tasks.ANSWER, answered(AnswerWay.LETTER));
            letters.decides(caseNo, "withdrawn");
            assertThat(book.clock(caseNo).state()).isEqualTo(ClockState.RUNNING);

            desk.does("fire", caseNo, Tasks.ANSWER, answered(AnswerWay.LETTER));
            letters.signs(caseNo);
            letters.serves(caseNo, false);

            visitedAndEnded(caseNo, End.ANSWERED_IN_TIME, ClockState.MET);
            assertThat(book.documents(caseNo)).containsExactly("complaint-answer WITHDRAWN", "complaint-answer SERVED");
        }

        /** A case waits for a letter that is still on its way, but its clock does not. */
        @Test
        void answeredBeforeTheNoticeIsServed() {
            desk.itIs("2026-09-10T02:00:00Z");
            String caseNo = desk.starts("wanli-1", "complaint", call("2026-09-10T09:40:00+08:00"));
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire", LimitTold.LETTER));
            desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-09-10"));
            desk.does("fire", caseNo, Tasks.ANSWER, answered());
            assertThat(book.clock(caseNo).state()).isEqualTo(ClockState.MET);
            assertThat(book.file(caseNo).closed()).isFalse();
            desk.itIs("2026-09-29T02:00:00Z");
            letters.signs(caseNo);
            letters.serves(caseNo, "2026-09-29", false);

            visitedAndEnded(caseNo, End.ANSWERED_IN_TIME, ClockState.MET);
        }

        /** Reminders go to who holds the case, the breach to its lead and the district office; each once. */
        @Test
        void remindedAndOverdue() {
            desk.itIs("2026-09-10T02:00:00Z");
            String caseNo = investigatedCase();
            assertThat(jobs.runDueOf(caseNo)).isZero();

            desk.itIs("2026-09-23T00:30:00Z"); // 5 days before the 28th, at 08:30
            assertThat(jobs.runDueOf(caseNo)).isEqualTo(1);
            desk.itIs("2026-09-26T00:30:00Z");
            assertThat(jobs.runDueOf(caseNo)).isEqualTo(1);
            assertThat(book.told(caseNo, "clock.reminder"))
                    .containsExactly(
                            "clock.reminder fire",
                            "clock.reminder fire-lead",
                            "clock.reminder fire",
                            "clock.reminder fire-lead");
            assertThat(book.clock(caseNo).state()).isEqualTo(ClockState.RUNNING);

            desk.itIs("2026-09-28T16:00:00Z");
            assertThat(jobs.runDueOf(caseNo)).isEqualTo(1);
            assertThat(book.clock(caseNo).state()).isEqualTo(ClockState.BREACHED);
            assertThat(book.told(caseNo, "clock.breached"))
                    .containsExactly(
                            "clock.breached fire-lead", "clock.breached district", "clock.breached district-lead");
            assertThat(desk.sees("fire", caseNo)).contains(ExplanationProcess.Tasks.EXPLAIN);
            desk.does("fire", caseNo, ExplanationProcess.Tasks.EXPLAIN, explained());
            assertThat(book.told(caseNo, "explanation.given"))
                    .containsExactly("explanation.given district", "explanation.given district-lead");
            assertThat(desk.path(caseNo)).contains("endEvent_reminded", "endEvent_breached");

            desk.itIs("2026-09-30T02:00:00Z");
            assertThat(jobs.runDueOf(caseNo)).isZero();
            desk.does("fire", caseNo, Tasks.ANSWER, answered());
            visitedAndEnded(caseNo, End.ANSWERED_LATE, ClockState.BREACHED);
        }

        /** After a week's outage the missed rungs are made up for in their order; the case holds on. */
        @Test
        void whatWasMissedIsMadeUpFor() {
            desk.itIs("2026-09-10T02:00:00Z");
            String caseNo = investigatedCase();
            desk.itIs("2026-09-30T02:00:00Z");
            assertThat(jobs.runDueOf(caseNo)).isEqualTo(3);

            assertThat(book.clock(caseNo).state()).isEqualTo(ClockState.BREACHED);
            assertThat(book.told(caseNo).stream().filter(it -> it.startsWith("clock.")))
                    .as("two reminders of one day are one message")
                    .containsExactly(
                            "clock.reminder fire",
                            "clock.reminder fire-lead",
                            "clock.breached fire-lead",
                            "clock.breached district",
                            "clock.breached district-lead");
            assertThat(desk.sees("fire", caseNo))
                    .containsExactlyInAnyOrder(Tasks.ANSWER, ExplanationProcess.Tasks.EXPLAIN);
        }

        /** A rung that comes when the duty is done says nothing to anybody. */
        @Test
        void nothingIsSaidOnceItIsAnswered() {
            desk.itIs("2026-09-10T02:00:00Z");
            String caseNo = desk.starts("wanli-1", "complaint", call("2026-09-10T09:40:00+08:00"));
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire", LimitTold.LETTER));
            desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-09-10"));
            desk.does("fire", caseNo, Tasks.ANSWER, answered());

            jobs.runAnyOf(caseNo, "startEvent_answerClockDue");

            assertThat(desk.path(caseNo)).contains("endEvent_answerClockNothingDue");
            assertThat(book.told(caseNo, "clock.reminder")).isEmpty();
        }

        private String investigatedCase() {
            String caseNo = desk.starts("wanli-1", "complaint", call("2026-09-10T09:40:00+08:00"));
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire"));
            desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-09-10"));
            return caseNo;
        }

        /** JJ.A3.3.3: an answer after the last day is recorded as a breach, for good; JJ.A7.2.1.2: and explained. */
        @Clause({"JJ.A3.3.3", "JJ.A7.2.1.2"})
        @Test
        void answeredLate() {
            desk.itIs("2026-09-10T02:00:00Z");
            String caseNo = investigatedCase();
            desk.itIs("2026-09-28T16:00:00Z");
            desk.does("fire", caseNo, Tasks.ANSWER, answered());
            assertThat(desk.sees("fire", caseNo))
                    .as("the end came, and no job has told of it yet")
                    .containsExactly(ExplanationProcess.Tasks.EXPLAIN);
            assertThat(breaches(caseNo)).as("and the ladder knows").containsExactly("dept-fire");
            desk.does("fire", caseNo, ExplanationProcess.Tasks.EXPLAIN, explained());

            visitedAndEnded(caseNo, End.ANSWERED_LATE, ClockState.BREACHED);
            assertThat(book.particular(caseNo, "delayCause")).isEqualTo("需要其他部门配合");
            assertThat(book.archive(caseNo)).contains("说明情况", "等待交警部门确认车主身份。");
        }

        /** Who answers while an explanation is demanded gives it with the answer: it is asked for once. */
        @Test
        void theExplanationMovesAlongWithTheAnswer() {
            desk.itIs("2026-09-10T02:00:00Z");
            String caseNo = investigatedCase();
            desk.itIs("2026-09-30T02:00:00Z");
            jobs.runDueOf(caseNo);
            desk.does("fire", caseNo, Tasks.ANSWER, answered());

            assertThat(desk.path(caseNo)).contains("endEvent_answeredMeanwhile");
            assertThat(breaches(caseNo)).as("once, when it happened").containsExactly("dept-fire");
            assertThat(desk.open(caseNo)).containsExactly(ExplanationProcess.Tasks.EXPLAIN);
            desk.does("fire", caseNo, ExplanationProcess.Tasks.EXPLAIN, explained());
            visitedAndEnded(caseNo, End.ANSWERED_LATE, ClockState.BREACHED);
        }

        /** Before anybody handles it, whoever holds it explains: here the street that has not signed for it. */
        @Test
        void whoHoldsItExplains() {
            desk.itIs("2026-09-10T02:00:00Z");
            String caseNo = desk.starts("wanli-1", "complaint", call("2026-09-10T09:40:00+08:00"));
            desk.itIs("2026-09-30T02:00:00Z");
            jobs.runDueOf(caseNo);

            assertThat(desk.sees("wanli", caseNo))
                    .containsExactlyInAnyOrder(Tasks.SIGN_FOR, ExplanationProcess.Tasks.EXPLAIN);
        }

        /** Personal fields stand in the timeline as party ids; the compound and the matter in words. */
        @Test
        void theTimelineTellsWhatWasEntered() {
            String caseNo = desk.starts("wanli-1", "complaint", call("2026-09-10T09:40:00+08:00"));

            List<Entry> entered = timeline.of(caseNo).get(0).entered();
            assertThat(entered).extracting(Entry::label).startsWith("受理渠道", "投诉人姓名", "联系电话", "单位或联系地址");
            assertThat(entered)
                    .filteredOn(it -> it.key().equals("matter"))
                    .extracting(Entry::value)
                    .containsExactly("消防通道被堵");
            assertThat(entered).extracting(Entry::value).doesNotContain(ComplaintStory.NAME, ComplaintStory.PHONE);
            assertThat(entered)
                    .filteredOn(it -> it.key().startsWith("caller"))
                    .extracting(Entry::party)
                    .hasSize(3)
                    .doesNotContainNull()
                    .containsOnly(entered.get(1).party());
        }

        private List<String> breaches(String caseNo) {
            return db.queryForList("select party from whistle.breach where matter = ?", String.class, caseNo);
        }

        private void visitedAndEnded(String caseNo, Ending end, ClockState answerClock) {
            desk.does("wanli-1", caseNo, FollowUpProcess.Tasks.VISIT, visited("2026-09-10", Satisfaction.SATISFIED));
            book.ended(caseNo, end, answerClock);
        }
    }
}
