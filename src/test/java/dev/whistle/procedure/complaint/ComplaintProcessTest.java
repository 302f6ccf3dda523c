package dev.whistle.procedure.complaint;

import static dev.whistle.procedure.complaint.ComplaintStory.answered;
import static dev.whistle.procedure.complaint.ComplaintStory.answeredCall;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.investigated;
import static dev.whistle.procedure.complaint.ComplaintStory.signed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.casefile.Archives;
import dev.whistle.casefile.CaseEvent;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Entry;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Timeline;
import dev.whistle.clock.CaseClock;
import dev.whistle.clock.ClockState;
import dev.whistle.clock.Clocks;
import dev.whistle.procedure.complaint.ComplaintProcess.End;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** P01, first cut: every end of {@code complaint.bpmn}, told as the story of a case. */
class ComplaintProcessTest {

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
        Cases cases;

        @Autowired
        Clocks clocks;

        @Autowired
        Timeline timeline;

        @Autowired
        Archives archives;

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        /** JJ.A7.2.2.1: what can be answered at once is answered on the spot and recorded. */
        @Test
        void answeredOnTheSpot() {
            desk.itIs("2026-09-10T02:00:00Z");

            String caseNo = desk.starts("wanli-1", "complaint", answeredCall("2026-09-10T09:40:00+08:00"));

            assertEnded(caseNo, End.ANSWERED_ON_THE_SPOT, ClockState.MET);
            assertThat(desk.path(caseNo))
                    .containsExactly(
                            "startEvent_phoneComplaint",
                            "serviceTask_openCase",
                            "serviceTask_armAnswerClock",
                            "gateway_answeredOnTheSpot",
                            "serviceTask_meetAnswerClockOnTheSpot",
                            "serviceTask_closeAnsweredOnTheSpot",
                            "endEvent_answeredOnTheSpot");
            assertThat(lines(caseNo)).containsExactly("立案登记", "启动答复期限", "当场答复，期限办结", "结案归档");
        }

        /** JJ.A7.2.2.2, JJ.A7.3.5, JJ.A3.3.3: reported up, signed for, handled, answered within 15 days. */
        @Test
        void answeredInTime() {
            desk.itIs("2026-09-10T02:00:00Z");
            String caseNo = desk.starts("wanli-1", "complaint", call("2026-09-10T09:40:00+08:00"));

            // 2026-09-25 is Mid-Autumn Day, 26 and 27 are a weekend: the last day is Monday the 28th (Civil Code 203)
            Instant due = Instant.parse("2026-09-28T16:00:00Z");
            assertThat(clock(caseNo).dueAt()).isEqualTo(due);
            assertThat(desk.taskOf(caseNo, Tasks.SIGN_FOR).getDueDate()).isEqualTo(due);
            assertThat(desk.sees("wanli", caseNo)).containsExactly(Tasks.SIGN_FOR);

            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire"));
            assertThat(desk.sees("fire", caseNo)).containsExactly(Tasks.INVESTIGATE);
            desk.itIs("2026-09-14T02:00:00Z");
            desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-09-13"));
            desk.itIs("2026-09-28T15:59:00Z");
            desk.does("fire", caseNo, Tasks.ANSWER, answered());

            assertEnded(caseNo, End.ANSWERED_IN_TIME, ClockState.MET);
            assertThat(lines(caseNo))
                    .containsExactly("立案登记", "启动答复期限", "签收并确定承办单位", "调查核实、处理", "答复投诉人", "期限办结", "结案归档");
            assertThat(actors(caseNo)).containsExactly("wanli-1", "wanli-1", "wanli", "fire", "fire", "fire", "fire");
        }

        /** JJ.A3.3.3: an answer after the last day is recorded as a breach, for good. */
        @Test
        void answeredLate() {
            desk.itIs("2026-09-10T02:00:00Z");
            String caseNo = desk.starts("wanli-1", "complaint", call("2026-09-10T09:40:00+08:00"));
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire"));
            desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-09-10"));
            desk.itIs("2026-09-28T16:00:00Z");
            desk.does("fire", caseNo, Tasks.ANSWER, answered());

            assertEnded(caseNo, End.ANSWERED_LATE, ClockState.BREACHED);
        }

        /** Personal fields stand in the timeline as party ids; the compound and the matter in words. */
        @Test
        void theTimelineTellsWhatWasEntered() {
            String caseNo = desk.starts("wanli-1", "complaint", call("2026-09-10T09:40:00+08:00"));

            List<Entry> entered = timeline.of(caseNo).get(0).entered();
            assertThat(entered).extracting(Entry::label).startsWith("受理渠道", "来电人姓名", "联系电话", "单位或联系地址");
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

        private void assertEnded(String caseNo, End end, ClockState answerClock) {
            CaseFile file = cases.get(caseNo);
            assertThat(file.outcome()).isEqualTo(end.outcome());
            assertThat(file.closedAt()).isNotNull();
            assertThat(desk.path(caseNo)).endsWith(end.event());
            assertThat(clock(caseNo).state()).isEqualTo(answerClock);
            assertThat(archive(caseNo)).contains(file.title(), ComplaintStory.NAME, "结案归档");
        }

        /** The index of the case's archive, which anybody can read in a browser. */
        private String archive(String caseNo) {
            return desk.as("district", () -> {
                try (var zip = new ZipInputStream(
                        new ByteArrayInputStream(archives.open(caseNo).bytes()), StandardCharsets.UTF_8)) {
                    assertThat(zip.getNextEntry().getName()).isEqualTo("目录.html");
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            });
        }

        private CaseClock clock(String caseNo) {
            return clocks.find(caseNo, ComplaintProcess.ANSWER_CLOCK).orElseThrow();
        }

        private List<String> lines(String caseNo) {
            return steps(caseNo).map(CaseEvent::name).toList();
        }

        private List<String> actors(String caseNo) {
            return steps(caseNo)
                    .map(CaseEvent::actor)
                    .map(Objects::requireNonNull)
                    .toList();
        }

        /** What the model did, without the reading of the archive that these tests do themselves. */
        private Stream<CaseEvent> steps(String caseNo) {
            return timeline.of(caseNo).stream().filter(event -> event.kind() != EventKind.READ);
        }
    }
}
