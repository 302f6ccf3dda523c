package dev.whistle.procedure.complaint;

import static dev.whistle.procedure.complaint.ComplaintStory.answered;
import static dev.whistle.procedure.complaint.ComplaintStory.dispatched;
import static dev.whistle.procedure.complaint.ComplaintStory.instruction;
import static dev.whistle.procedure.complaint.ComplaintStory.investigated;
import static dev.whistle.procedure.complaint.ComplaintStory.opinion;
import static dev.whistle.procedure.complaint.ComplaintStory.tellingNobody;
import static dev.whistle.procedure.complaint.ComplaintStory.visited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import dev.whistle.procedure.complaint.ComplaintProcess.AnswerWay;
import dev.whistle.procedure.complaint.ComplaintProcess.LimitTold;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import dev.whistle.procedure.followup.FollowUpProcess;
import dev.whistle.procedure.followup.FollowUpProcess.Satisfaction;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where nobody is known who complains, nobody is asked to write to him, and nobody can. */
class LetterToNobodyTest {

    private static final String RECEIVED = "2026-09-10T09:40:00+08:00";

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
        FormService forms;

        @Autowired
        ObjectMapper json;

        @BeforeEach
        void onThursdayMorning() {
            desk.itIs("2026-09-10T02:00:00Z");
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        /** JJ.A7.3.5: who complains is told the limit; where nobody is known nobody is asked how. */
        @Clause("JJ.A7.3.5")
        @Test
        void nobodyIsToldTheLimit() {
            String caseNo = desk.starts("hotline", ComplaintProcess.ID, opinion(RECEIVED));

            for (String way : List.of(LimitTold.LETTER, LimitTold.MESSAGE)) {
                Map<String, Object> form = dispatched("dept-fire");
                form.put(Variables.LIMIT_TOLD, way);
                refused(Variables.LIMIT_TOLD, () -> desk.does("hotline", caseNo, Tasks.DISPATCH, form));
            }
            dispatch(caseNo);

            assertThat(desk.open(caseNo)).containsExactly(Tasks.INVESTIGATE);
            assertThat(book.documents(caseNo)).isEmpty();
        }

        @Test
        void aLeadersInstructionMayNameNobody() {
            Map<String, Object> form = instruction(RECEIVED);
            form.remove(Variables.AUTHOR_NAME);
            form.remove(Variables.AUTHOR_PHONE);
            String caseNo = desk.starts("wanli", ComplaintProcess.ID, form);

            Map<String, Object> signed = ComplaintStory.signed("dept-fire", LimitTold.LETTER);
            refused(Variables.LIMIT_TOLD, () -> desk.does("district", caseNo, Tasks.SIGN_FOR, signed));
            desk.does("district", caseNo, Tasks.SIGN_FOR, tellingNobody(signed));

            assertThat(desk.open(caseNo)).containsExactly(Tasks.INVESTIGATE);
        }

        @Clause("JJ.A7.3.5")
        @Test
        void anAnswerIsNotWrittenToNobody() {
            String caseNo = desk.starts("hotline", ComplaintProcess.ID, opinion(RECEIVED));
            dispatch(caseNo);
            desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-09-10"));

            assertThat(choices("fire", caseNo, Tasks.ANSWER, Variables.ANSWER_WAY))
                    .containsExactly(AnswerWay.PHONE, AnswerWay.VISIT, AnswerWay.PUBLIC);
            assertThat(refused(
                            Variables.ANSWER_WAY,
                            () -> desk.does("fire", caseNo, Tasks.ANSWER, answered(AnswerWay.LETTER))))
                    .isEqualTo("答复方式不能选“书面”：本案没有登记投诉人姓名");
            assertThat(desk.open(caseNo)).as("nothing has moved").containsExactly(Tasks.ANSWER);
            desk.does("fire", caseNo, Tasks.ANSWER, answered(AnswerWay.PUBLIC));
            assertThat(book.documents(caseNo)).isEmpty();
        }

        @Clause("JJ.A7.3.5")
        @Test
        void noReviewIsWrittenToNobody() {
            String caseNo = desk.starts("hotline", ComplaintProcess.ID, opinion(RECEIVED));
            dispatch(caseNo);
            desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-09-10"));
            desk.does("fire", caseNo, Tasks.ANSWER, answered(AnswerWay.PUBLIC));
            desk.does("hotline", caseNo, FollowUpProcess.Tasks.VISIT, visited("2026-09-10", Satisfaction.DISSATISFIED));
            desk.does(
                    "district",
                    caseNo,
                    FollowUpProcess.Tasks.REVIEW,
                    new HashMap<>(Map.of("reviewers", "孔冰", "reviewFindings", "已到现场查看。", "reviewDecision", "upheld")));

            assertThat(choices("district", caseNo, FollowUpProcess.Tasks.ANSWER_REVIEW, Variables.ANSWER_WAY))
                    .containsExactly(AnswerWay.PHONE, AnswerWay.VISIT, AnswerWay.PUBLIC);
            refused(
                    Variables.ANSWER_WAY,
                    () -> desk.does(
                            "district", caseNo, FollowUpProcess.Tasks.ANSWER_REVIEW, reviewed(AnswerWay.LETTER)));
            desk.does("district", caseNo, FollowUpProcess.Tasks.ANSWER_REVIEW, reviewed(AnswerWay.PUBLIC));
            assertThat(book.file(caseNo).closedAt()).isNotNull();
        }

        /** Who is known, from the start or by a case that was merged into this one, can be written to. */
        @Test
        void whoIsKnownIsWrittenTo() {
            String caseNo = desk.starts("wanli", ComplaintProcess.ID, instruction(RECEIVED));
            desk.does("district", caseNo, Tasks.SIGN_FOR, ComplaintStory.signed("dept-fire", LimitTold.LETTER));
            desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-09-10"));

            assertThat(choices("fire", caseNo, Tasks.ANSWER, Variables.ANSWER_WAY))
                    .containsExactly(AnswerWay.PHONE, AnswerWay.VISIT, AnswerWay.LETTER, AnswerWay.PUBLIC);
            desk.does("fire", caseNo, Tasks.ANSWER, answered(AnswerWay.LETTER));
            assertThat(book.documents(caseNo))
                    .containsExactlyInAnyOrder("time-limit-notice DRAFT", "complaint-answer DRAFT");
        }

        private void dispatch(String caseNo) {
            desk.does("hotline", caseNo, Tasks.DISPATCH, tellingNobody(dispatched("dept-fire")));
        }

        private static Map<String, Object> reviewed(String way) {
            return new HashMap<>(Map.of(
                    "answerWay",
                    way,
                    "answerResult",
                    "explained",
                    "reviewAnswer",
                    "复核维持。",
                    "satisfaction",
                    "unreached"));
        }

        /** What is said about the one field that is refused. */
        private static String refused(String field, Runnable act) {
            Problem refusal = catchThrowableOfType(Problem.class, act::run);
            assertThat(refusal).as(field).isNotNull();
            assertThat(refusal.errors()).extracting(FieldError::field).containsExactly(field);
            return Texts.text(Locale.CHINESE, refusal);
        }

        /** What the form offers this officer in one of its fields. */
        private List<String> choices(String user, String caseNo, String task, String key) {
            String id = desk.taskOf(caseNo, task).getId();
            return desk.as(user, () -> {
                try (InputStream form = forms.getDeployedTaskForm(id)) {
                    return json.readTree(form).findParents("key").stream()
                            .filter(it -> it.path("key").asText().equals(key))
                            .flatMap(it -> it.path("values").findValues("value").stream())
                            .map(JsonNode::asText)
                            .toList();
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
        }
    }
}
