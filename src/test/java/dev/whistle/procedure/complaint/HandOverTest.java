package dev.whistle.procedure.complaint;

import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.whistle.casefile.CaseEvent;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.ReadableCases;
import dev.whistle.casefile.Timeline;
import dev.whistle.problem.Problem;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
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

        private String caseNo;

        @BeforeEach
        void aCaseIsWithTheFireBrigade() {
            caseNo = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-09-10T09:40:00+08:00"));
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire"));
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
