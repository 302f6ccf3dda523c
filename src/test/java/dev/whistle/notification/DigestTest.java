package dev.whistle.notification;

import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.signed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.dailydigest.DailyDigestProcess;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.Statements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The morning's mail: who gets it, what it says, and on which days. */
class DigestTest {

    @Nested
    @OnH2
    class H2 extends Mornings {}

    @Nested
    @OnPostgres
    class PostgreSql extends Mornings {}

    abstract static class Mornings {

        @Autowired
        Desk desk;

        @Autowired
        Jobs jobs;

        @Autowired
        TestCarriers carriers;

        @Autowired
        Digest digest;

        @Autowired
        ManagementService management;

        @Autowired
        HistoryService history;

        @Autowired
        TaskService tasks;

        @Autowired
        JdbcTemplate db;

        private final Map<String, String> subjects = new LinkedHashMap<>();
        private final Map<String, String> mails = new LinkedHashMap<>();

        @BeforeEach
        void open() {
            jobs.clear();
            db.update("delete from whistle.message");
            carriers.open(Channel.MAIL, (id, address, subject, text) -> {
                mails.merge(address, text, (one, other) -> one + "\n再一封\n" + other);
                subjects.put(address, String.valueOf(subject));
                return Delivery.sent();
            });
        }

        @AfterEach
        void close() {
            carriers.closeAll();
            jobs.clear();
            desk.itIsNow();
        }

        @Test
        @Clause("JJ.G3")
        void everybodyReadsWhatHeMayDo() {
            String late = received("2026-08-28T09:40:00+08:00"); // due on the 14th: the 12th is a Saturday
            String today = received("2026-09-03T09:40:00+08:00");
            String soon = received("2026-09-06T09:40:00+08:00");
            String later = received("2026-09-10T09:40:00+08:00");
            desk.itIs("2026-09-17T01:00:00Z");
            desk.does("wanli", soon, Tasks.SIGN_FOR, signed("dept-fire"));
            String taken = received("2026-09-03T10:40:00+08:00");
            desk.does("wanli", taken, Tasks.SIGN_FOR, signed("dept-fire"));
            tasks.setAssignee(desk.taskOf(taken, Tasks.INVESTIGATE).getId(), "fire-lead");
            desk.itIs("2026-09-17T02:00:00Z");
            jobs.runDue(Instant.parse("2026-09-17T02:00:00Z"));
            mails.clear(); // of what they were assigned

            morning("2026-09-18T00:00:00Z");

            assertThat(mails).containsKeys("wanli@jiujiang.example", "fire@jiujiang.example");
            assertThat(mails.get("wanli@jiujiang.example"))
                    .startsWith("2026年9月18日，你有以下任务需要办理：")
                    .containsSubsequence("【已逾期】", late, "签收并确定承办单位（最后一日2026年9月14日）", "【今日到期】", today)
                    .doesNotContain(soon, taken, later);
            assertThat(mails.get("fire@jiujiang.example"))
                    .containsSubsequence("【3日内到期】", soon, "调查核实、处理（最后一日2026年9月21日）")
                    .doesNotContain(late, today, later, taken);
            assertThat(mails.get("fire-lead@jiujiang.example")).contains(taken, soon);
            assertThat(subjects.get("fire@jiujiang.example"))
                    .startsWith("今日待办：")
                    .contains("3日内到期");
            assertThat(mails).as("nothing to do, no mail").doesNotContainKey("guandou@jiujiang.example");
        }

        @Test
        void oneADayHoweverOftenItRuns() {
            received("2026-09-03T09:40:00+08:00");
            morning("2026-09-18T00:00:00Z");
            morning("2026-09-18T00:00:00Z");
            assertThat(mails.get("wanli@jiujiang.example")).doesNotContain("再一封");
            morning("2026-09-20T00:00:00Z");
            assertThat(mails.get("wanli@jiujiang.example")).contains("再一封");
        }

        @Test
        void onAWorkingSundayButNotOnNationalDay() {
            received("2026-09-03T09:40:00+08:00");
            fires("2026-09-20T00:00:00Z"); // 国庆节调休上班
            assertThat(mails).containsKey("wanli@jiujiang.example");
            assertThat(lastEnd()).isEqualTo(DailyDigestProcess.Ends.REMINDED);
            mails.clear();
            fires("2026-10-01T00:00:00Z"); // 国庆节
            assertThat(mails).isEmpty();
            assertThat(lastEnd()).isEqualTo(DailyDigestProcess.Ends.REST_DAY);
            fires("2026-10-10T00:00:00Z"); // a working Saturday
            assertThat(mails).containsKey("wanli@jiujiang.example");
        }

        @Test
        void whereMailIsClosedNothingIsWritten() {
            received("2026-09-03T09:40:00+08:00");
            carriers.closeAll();
            morning("2026-09-18T00:00:00Z");
            assertThat(db.queryForObject(
                            "select count(*) from whistle.message where event = 'digest.daily'", Long.class))
                    .isZero();
        }

        @Test
        void itsCostDoesNotGrowWithOfficersAndTasks() {
            for (int i = 0; i < 5; i++) {
                received("2026-09-03T09:40:00+08:00");
            }
            desk.itIs("2026-09-18T00:00:00Z");
            Statements cost = new Statements();
            cost.add(digest::write);
            assertThat(cost.count()).as(String.join("\n", cost.sql())).isLessThanOrEqualTo(6);
        }

        /** A complaint that the street has to sign for. */
        private String received(String at) {
            desk.itIs(
                    Instant.parse(java.time.OffsetDateTime.parse(at).toInstant().toString())
                            .plusSeconds(3600)
                            .toString());
            return desk.starts("wanli-1", "complaint", call(at));
        }

        private void morning(String at) {
            desk.itIs(at);
            digest.write();
            jobs.runDue(Instant.parse(at));
        }

        /** The timer that the engine made of the model's cron expression. */
        private void fires(String at) {
            desk.itIs(at);
            List<Job> timers = new ArrayList<>(management
                    .createJobQuery()
                    .processDefinitionKey(DailyDigestProcess.ID)
                    .timers()
                    .list());
            assertThat(timers).hasSize(1);
            management.executeJob(timers.get(0).getId());
            jobs.runDue(Instant.parse(at));
        }

        private String lastEnd() {
            return history.createHistoricActivityInstanceQuery()
                    .processDefinitionId(management
                            .createJobQuery()
                            .processDefinitionKey(DailyDigestProcess.ID)
                            .singleResult()
                            .getProcessDefinitionId())
                    .activityType("noneEndEvent")
                    .orderByHistoricActivityInstanceStartTime()
                    .desc()
                    .list()
                    .get(0)
                    .getActivityId();
        }
    }
}
