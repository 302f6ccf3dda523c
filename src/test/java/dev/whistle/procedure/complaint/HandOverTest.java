package dev.whistle.procedure.complaint;

import static dev.whistle.procedure.complaint.ComplaintStory.answered;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.investigated;
import static dev.whistle.procedure.complaint.ComplaintStory.signed;
import static dev.whistle.procedure.complaint.ComplaintStory.visited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.whistle.casefile.CaseEvent;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Holding;
import dev.whistle.casefile.Holdings;
import dev.whistle.casefile.ReadableCases;
import dev.whistle.casefile.Timeline;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import dev.whistle.procedure.complaint.ComplaintProcess.AnswerWay;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import dev.whistle.procedure.explanation.ExplanationProcess;
import dev.whistle.procedure.followup.FollowUpProcess;
import dev.whistle.procedure.followup.FollowUpProcess.Satisfaction;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A task goes to another unit: the old one can neither read nor complete it, nor read its case any more. */
class HandOverTest {

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
        TaskService tasks;

        @Autowired
        ReadableCases cases;

        @Autowired
        Timeline timeline;

        @Autowired
        Holdings holdings;

        @Autowired
        Units units;

        private String caseNo;

        @BeforeEach
        void aCaseIsWithTheFireBrigade() {
            caseNo = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-09-10T09:40:00+08:00"));
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire"));
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        @Test
        void theOldUnitIsOut() {
            String task = desk.taskOf(caseNo, Tasks.INVESTIGATE).getId();

            handOver(task, "dept-fire.officer", "dept-police.officer");

            assertThat(desk.sees("fire", caseNo)).isEmpty();
            assertThatExceptionOfType(AuthorizationException.class)
                    .isThrownBy(() -> desk.as("fire", () -> {
                        tasks.complete(task);
                        return task;
                    }));
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> desk.as("fire", () -> cases.get(caseNo)))
                    .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
            assertThat(desk.sees("police", caseNo)).containsExactly(Tasks.INVESTIGATE);
            assertThat(desk.as("police", () -> cases.get(caseNo)).caseNo()).isEqualTo(caseNo);
        }

        @Test
        void theTimelineTellsIt() {
            handOver(desk.taskOf(caseNo, Tasks.INVESTIGATE).getId(), "dept-fire.officer", "dept-police.officer");

            assertThat(timeline.of(caseNo))
                    .filteredOn(event -> event.kind() == EventKind.HANDED_OVER)
                    .extracting(CaseEvent::name)
                    .containsExactly("任务“调查核实、处理”移交鸠江公安分局", "任务“调查核实、处理”从鸠江消防救援大队转出");
        }

        /** The street took part by signing and by where the case lies: it goes on reading. */
        @Test
        void whoDidItsWorkGoesOnReading() {
            assertThat(desk.as("wanli", () -> cases.get(caseNo)).caseNo()).isEqualTo(caseNo);
            assertThat(desk.as("wanli-1", () -> cases.get(caseNo)).caseNo()).isEqualTo(caseNo);
        }

        @Test
        void eachUnitAnswersForTheMinutesItHeldIt() {
            desk.itIs("2026-09-10T02:00:00Z");
            caseNo = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-09-10T09:40:00+08:00"));
            desk.itIs("2026-09-10T02:45:00Z");
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire"));
            desk.itIs("2026-09-11T03:00:00Z");
            handOver(desk.taskOf(caseNo, Tasks.INVESTIGATE).getId(), "dept-fire.officer", "dept-police.officer");
            desk.itIs("2026-09-12T03:00:00Z");
            desk.does("police", caseNo, Tasks.INVESTIGATE, investigated("2026-09-11"));
            desk.itIs("2026-09-13T03:05:00Z");
            desk.does("fire", caseNo, Tasks.ANSWER, answered()); // the model names the unit that was chosen
            desk.itIs("2026-09-13T05:00:00Z");
            desk.does("wanli-1", caseNo, FollowUpProcess.Tasks.VISIT, visited("2026-09-13", Satisfaction.SATISFIED));

            assertThat(holdings.of(caseNo))
                    .extracting(Holding::unit, Holding::tasks, it -> it.length(Instant.EPOCH))
                    .containsExactly(
                            tuple("street-wanli", List.of("签收并确定承办单位"), Duration.ofMinutes(45)),
                            tuple("dept-fire", List.of("调查核实、处理"), Duration.ofMinutes(24 * 60 + 15)),
                            tuple("dept-police", List.of("调查核实、处理"), Duration.ofHours(24)),
                            tuple("dept-fire", List.of("答复投诉人"), Duration.ofMinutes(24 * 60 + 5)),
                            tuple("community-wanli-1", List.of("回访投诉人"), Duration.ofMinutes(115)));
        }

        /** Whatever way a case takes, the ledger says what somebody finds who counts by the lines of the timeline. */
        @Test
        void theLedgerSaysWhatTheTimelineTells() {
            Random random = new Random(20260910);
            List<String> departments = List.of("dept-fire", "dept-police", "dept-housing", "street-wanli");
            for (int round = 0; round < 5; round++) {
                Instant now = Instant.parse("2026-09-10T02:00:00Z");
                desk.itIs(now.toString());
                caseNo = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-09-10T09:40:00+08:00"));
                now = later(now, random);
                String holder = departments.get(random.nextInt(departments.size()));
                desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed(holder));
                for (int times = random.nextInt(5); times > 0; times--) {
                    now = later(now, random);
                    String next = departments.get(random.nextInt(departments.size()));
                    if (!next.equals(holder)) {
                        handOver(
                                desk.taskOf(caseNo, Tasks.INVESTIGATE).getId(), holder + ".officer", next + ".officer");
                        holder = next;
                    }
                }
                now = later(now, random);
                tasks.complete(desk.taskOf(caseNo, Tasks.INVESTIGATE).getId(), Map.of(Variables.RECTIFICATION, "none"));
                now = later(now, random);
                tasks.complete(
                        desk.taskOf(caseNo, Tasks.ANSWER).getId(), Map.of(Variables.ANSWER_WAY, AnswerWay.PHONE));
                explainIfLate();
                later(now, random);
                tasks.complete(
                        desk.taskOf(caseNo, FollowUpProcess.Tasks.VISIT).getId(),
                        Map.of(Variables.SATISFACTION, Satisfaction.SATISFIED));

                assertThat(minutesByLedger()).isEqualTo(minutesByTimeline());
            }
        }

        private void explainIfLate() {
            if (desk.open(caseNo).contains(ExplanationProcess.Tasks.EXPLAIN)) {
                tasks.complete(
                        desk.taskOf(caseNo, ExplanationProcess.Tasks.EXPLAIN).getId(), Map.of("delayCause", "own"));
            }
        }

        private Instant later(Instant now, Random random) {
            Instant later = now.plus(Duration.ofMinutes(1 + random.nextInt(5000)));
            desk.itIs(later.toString());
            return later;
        }

        private Map<String, Long> minutesByLedger() {
            Map<String, Long> minutes = new TreeMap<>();
            holdings.of(caseNo)
                    .forEach(it -> minutes.merge(
                            units.get(it.unit()).name(),
                            it.length(Instant.EPOCH).toMinutes(),
                            Long::sum));
            return minutes;
        }

        /** Goes through the lines: whom the case came to, and until which line he had it. */
        private Map<String, Long> minutesByTimeline() {
            Map<String, Long> minutes = new TreeMap<>();
            String chosen = "";
            String holder = "湾里街道";
            Instant since = Instant.EPOCH;
            for (CaseEvent line : timeline.of(caseNo)) {
                String next = holder;
                if (line.name().contains("”移交")) {
                    next = line.name().replaceAll(".*”移交", "");
                } else if (Tasks.SIGN_FOR.equals(line.element())) {
                    chosen = line.entered().stream()
                            .filter(it -> it.label().equals("承办单位"))
                            .map(it -> String.valueOf(it.value()))
                            .findFirst()
                            .orElseThrow();
                    next = chosen;
                } else if (Tasks.INVESTIGATE.equals(line.element()) && line.kind() == EventKind.TASK) {
                    next = chosen;
                } else if (Tasks.ANSWER.equals(line.element())) {
                    next = desk.path(caseNo).contains("callActivity_explainLate") ? chosen : "桂汀社区";
                } else if (ExplanationProcess.Tasks.EXPLAIN.equals(line.element())) {
                    next = "桂汀社区";
                } else if (FollowUpProcess.Tasks.VISIT.equals(line.element())) {
                    next = "";
                }
                if (since.equals(Instant.EPOCH)) {
                    since = line.at();
                } else if (!next.equals(holder)) {
                    minutes.merge(holder, Duration.between(since, line.at()).toMinutes(), Long::sum);
                    since = line.at();
                    holder = next;
                }
            }
            return minutes;
        }

        @Test
        void strangersReadNothing() {
            assertThat(desk.sees("guandou", caseNo)).isEmpty();
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> desk.as("guandou", () -> cases.get(caseNo)));
        }

        private void handOver(String task, String from, String to) {
            tasks.addCandidateGroup(task, to);
            tasks.deleteCandidateGroup(task, from);
        }
    }
}
