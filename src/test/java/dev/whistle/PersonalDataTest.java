package dev.whistle;

import static dev.whistle.procedure.complaint.ComplaintStory.ADDRESS;
import static dev.whistle.procedure.complaint.ComplaintStory.NAME;
import static dev.whistle.procedure.complaint.ComplaintStory.PHONE;
import static dev.whistle.procedure.complaint.ComplaintStory.answered;
import static dev.whistle.procedure.complaint.ComplaintStory.answeredCall;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.investigated;
import static dev.whistle.procedure.complaint.ComplaintStory.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.whistle.casefile.Parties;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.TableDump;
import dev.whistle.testing.Tryout;
import java.time.Duration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who complained stands encrypted in one table and nowhere else, whatever happened to the case. */
class PersonalDataTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Nested
    @OnH2
    class H2 extends Secrets {}

    @Nested
    @OnPostgres
    class PostgreSql extends Secrets {}

    abstract static class Secrets {

        @Autowired
        Desk desk;

        @Autowired
        Tryout tryout;

        @Autowired
        Parties parties;

        @Autowired
        RuntimeService runtime;

        @Autowired
        Jobs jobs;

        @Autowired
        JdbcTemplate db;

        @LocalServerPort
        int port;

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        @Test
        void noneIsLeftBehindByAnyEndOfAComplaint() {
            desk.itIs("2026-09-10T02:00:00Z");
            String onTheSpot = desk.starts("wanli-1", "complaint", answeredCall("2026-09-10T09:40:00+08:00"));
            String open = desk.starts("wanli-1", "complaint", call("2026-09-10T09:40:00+08:00"));
            String inTime = desk.starts("wanli-1", "complaint", call("2026-09-10T09:40:00+08:00"));
            String late = desk.starts("wanli-1", "complaint", call("2026-09-10T09:40:00+08:00"));
            handled(inTime);
            desk.itIs("2026-09-28T16:00:00Z");
            handled(late);

            for (String caseNo : new String[] {onTheSpot, open, inTime, late}) {
                assertThat(parties.casesWithPhone(PHONE)).as("on file").contains(caseNo);
            }
            assertNowhere(NAME, PHONE, ADDRESS);
            assertThat(TableDump.of(db, "public", "act_"))
                    .as("the dump sees what is there")
                    .contains("dept-fire", onTheSpot);
            assertThat(TableDump.of(db, "whistle", "")).contains("感谢监督");
        }

        @Test
        void noneIsLeftBehindByAPost() {
            Http hotline = Http.program(port, "hotline");
            Http.Answer answer =
                    hotline.send(hotline.withoutToken("POST", "/api/complaints", """
                            {"channel": "hotline", "matter": "路灯不亮", "address": "滨江路", "complainant":
                             {"name": "%s", "phone": "%s", "address": "%s"}}""".formatted(NAME, PHONE, ADDRESS))
                            .header("Idempotency-Key", "personal-data"));

            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            assertNowhere(NAME, PHONE, ADDRESS);
        }

        /** The engine stores why a job failed, and variables of what it tried; see {@code JobFailures}. */
        @ParameterizedTest
        @ValueSource(strings = {"in-job", "by-timer"})
        void noneIsLeftBehindByAJobThatFails(String where) {
            Deployment deployment = tryout.deploy();
            try {
                ProcessInstance instance = tryout.starts(where);
                jobs.withExecutor(() -> await().atMost(PATIENCE)
                        .until(() -> runtime.createIncidentQuery()
                                        .processInstanceId(instance.getId())
                                        .count()
                                == 1));
                assertNowhere(NAME, PHONE, ADDRESS);
            } finally {
                tryout.undeploy(deployment);
            }
        }

        @Test
        void noneIsLeftBehindByAStepThatFails() {
            Deployment deployment = tryout.deploy();
            try {
                ProcessInstance instance = tryout.starts("after-task");
                assertThatThrownBy(() -> tryout.notes(instance)).isInstanceOf(RuntimeException.class);
                assertNowhere(NAME, PHONE, ADDRESS, Tryout.WITNESS);
            } finally {
                tryout.undeploy(deployment);
            }
        }

        private void handled(String caseNo) {
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire"));
            desk.does("fire", caseNo, Tasks.INVESTIGATE, investigated("2026-09-10"));
            desk.does("fire", caseNo, Tasks.ANSWER, answered());
        }

        private void assertNowhere(String... secrets) {
            assertThat(TableDump.of(db, "public", "act_")).doesNotContain(secrets);
            assertThat(TableDump.of(db, "whistle", "")).doesNotContain(secrets);
        }
    }
}
