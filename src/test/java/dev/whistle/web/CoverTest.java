package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.whistle.problem.Problem;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Colleagues;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** 代办: a colleague does somebody's tasks from day to day, in that one's place. */
class CoverTest {

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        private static final String DEPUTY = "wanli-b";
        private static final String THIRD = "wanli-c";

        @Autowired
        Desk desk;

        @Autowired
        Colleagues colleagues;

        @Autowired
        Jobs jobs;

        @Autowired
        TaskService tasks;

        @Autowired
        JdbcTemplate db;

        @LocalServerPort
        int port;

        String caseNo = "";

        @BeforeEach
        void aTaskIsInHands() {
            jobs.clear();
            desk.itIs("2026-09-01T02:00:00Z");
            colleagues.comes(DEPUTY, "公孙敏", "street-wanli.officer");
            colleagues.comes(THIRD, "宇文博", "street-wanli.officer");
            caseNo = desk.starts("wanli-1", "complaint", ComplaintStory.call("2026-09-01T09:40:00+08:00"));
            desk.as("wanli", () -> {
                tasks.claim(desk.taskOf(caseNo, Tasks.SIGN_FOR).getId(), "wanli");
                return caseNo;
            });
        }

        @AfterEach
        void backToTheRealTime() {
            db.update("delete from whistle.cover");
            jobs.clear();
            colleagues.goes(DEPUTY);
            colleagues.goes(THIRD);
            desk.itIsNow();
        }

        @Test
        void whatTheDeputyDoesIsDoneInTheOthersPlace() {
            assertMade(register("wanli", "2026-09-01", "2026-09-03"));
            assertThat(holder()).isEqualTo(DEPUTY);
            assertThatThrownBy(() -> desk.does("wanli", caseNo, Tasks.SIGN_FOR, ComplaintStory.signed("dept-fire")))
                    .isInstanceOf(Problem.class);

            desk.does(DEPUTY, caseNo, Tasks.SIGN_FOR, ComplaintStory.signed("dept-fire"));

            JsonNode line = line("签收并确定承办单位");
            assertThat(line.path("actorName").asText()).isEqualTo("公孙敏");
            assertThat(line.path("standsInForName").asText()).isEqualTo("谭红霞");
            assertThat(line("任务“签收并确定承办单位”由公孙敏代谭红霞办理").at("/entered/0/value").asText())
                    .isEqualTo("年休假");
        }

        @Test
        void itBeginsAndEndsByItself() {
            assertMade(register("wanli", "2026-09-02", "2026-09-03"));
            assertThat(holder()).isEqualTo("wanli");
            run("2026-09-01T15:59:59Z");
            assertThat(holder()).isEqualTo("wanli");
            run("2026-09-01T16:00:00Z");
            assertThat(holder()).isEqualTo(DEPUTY);
            assertThat(state("wanli")).isEqualTo("now");
            run("2026-09-03T15:59:59Z");
            assertThat(holder()).isEqualTo(DEPUTY);
            run("2026-09-03T16:00:00Z");
            assertThat(holder()).isEqualTo("wanli");
            assertThat(state("wanli")).isEqualTo("over");
            assertThat(line("任务“签收并确定承办单位”的代办结束，由公孙敏交还谭红霞").isMissingNode()).isFalse();
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, ComplaintStory.signed("dept-fire"));
            assertThat(line("签收并确定承办单位").path("standsInForName").isNull()).isTrue();
        }

        /** The job that ends the first may run after the one that begins the second. */
        @Test
        void oneFollowsAnother() {
            assertMade(register("wanli", "2026-09-01", "2026-09-03"));
            assertMade(register("wanli", "wanli", THIRD, "2026-09-04", "2026-09-05"));
            run("2026-09-03T16:00:00Z");
            assertThat(holder()).isEqualTo(THIRD);
            run("2026-09-05T16:00:00Z");
            assertThat(holder()).isEqualTo("wanli");
        }

        @Test
        void itIsEndedBeforeItsTime() {
            String id = assertMade(register("wanli", "2026-09-01", "2026-09-03"));
            assertThat(end(DEPUTY, id).status()).as("not the deputy's to end").isEqualTo(403);
            assertThat(end("guandou-lead", id).status()).isEqualTo(404);
            assertThat(end("wanli-lead", id).status()).isEqualTo(200);
            assertThat(holder()).isEqualTo("wanli");
            assertThat(end("wanli", id).status()).isEqualTo(409);
            run("2026-09-03T16:00:00Z");
            assertThat(holder()).isEqualTo("wanli");
        }

        @Test
        void whatIsPassedOnMeanwhileDoesNotComeBack() {
            assertMade(register("wanli", "2026-09-01", "2026-09-03"));
            assertThat(pass(DEPUTY, THIRD).status()).isEqualTo(204);
            run("2026-09-03T16:00:00Z");
            assertThat(holder()).isEqualTo(THIRD);
        }

        @Test
        void nobodyHandsATaskToWhoIsAway() {
            assertMade(register(THIRD, THIRD, DEPUTY, "2026-09-01", "2026-09-03"));
            Answer refused = pass("wanli", THIRD);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("“宇文博”不在岗，至2026-09-03由“公孙敏”代办");
            assertThat(Http.program(port, "wanli")
                            .get("/api/tasks/handover?ids="
                                    + desk.taskOf(caseNo, Tasks.SIGN_FOR).getId())
                            .json()
                            .path("colleagues")
                            .findValuesAsText("awayUntil"))
                    .contains("2026-09-03");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                wanli   | wanli      | 2026-09-01 | 2026-09-03 | deputy
                wanli   | guandou    | 2026-09-01 | 2026-09-03 | deputy
                wanli   | nobody     | 2026-09-01 | 2026-09-03 | deputy
                wanli   | wanli-1    | 2026-09-01 | 2026-09-03 | deputy
                wanli   | wanli-b    | 2026-08-31 | 2026-09-03 | from
                wanli   | wanli-b    | 2026-09-03 | 2026-09-02 | to
                wanli   | wanli-b    | 2026-09-03 | 2027-09-30 | to
                wanli   | wanli-b    | 2026-09-12 | 2026-09-20 | from
                wanli-c | wanli      | 2026-09-10 | 2026-09-10 | deputy
                wanli-b | wanli-c    | 2026-09-12 | 2026-09-20 | person
                nobody  | wanli-b    | 2026-09-01 | 2026-09-03 | person
                """)
        void badInputNamesTheField(String person, String deputy, String from, String to, String field) {
            assertMade(register("wanli", "2026-09-10", "2026-09-12"));
            Answer refused = register("wanli-lead", person, deputy, from, to);
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
        }

        @Test
        void itIsThePersonsOwnOrTheLeadsToArrange() {
            assertThat(register("guandou-lead", "wanli", DEPUTY, "2026-09-01", "2026-09-03")
                            .status())
                    .isEqualTo(403);
            assertThat(register(DEPUTY, "wanli", DEPUTY, "2026-09-01", "2026-09-03")
                            .status())
                    .isEqualTo(403);
            assertMade(register("district-lead", "wanli", DEPUTY, "2026-09-01", "2026-09-03"));
        }

        @Test
        void whoMayCoverWhom() {
            JsonNode own =
                    Http.program(port, "wanli").get("/api/covers/choices").json();
            assertThat(own).hasSize(1);
            assertThat(own.at("/0/deputies").findValuesAsText("user"))
                    .containsExactly("wanli-b", "wanli-c", "wanli-lead");
            JsonNode leads =
                    Http.program(port, "wanli-lead").get("/api/covers/choices").json();
            assertThat(leads).hasSize(4);
            assertThat(leads.at("/0/user").asText()).isEqualTo("wanli-lead");
            assertThat(leads.at("/0/deputies"))
                    .as("nobody else has a lead's rights")
                    .isEmpty();
        }

        /** Of a unit with two leads one stands in for the other, in what only leads do, too. */
        @Test
        void aLeadIsCoveredByAnother() {
            JsonNode choices = Http.program(port, "guandou-lead")
                    .get("/api/covers/choices")
                    .json();
            assertThat(choices.at("/0/user").asText()).isEqualTo("guandou-lead");
            assertThat(choices.at("/0/deputies").findValuesAsText("user")).containsExactly("guandou-lead-b");
            String guandou = desk.starts(
                    "guandou-1",
                    "complaint",
                    ComplaintStory.in("compound-01", ComplaintStory.call("2026-09-01T09:40:00+08:00")));
            desk.as("guandou-lead", () -> {
                tasks.claim(desk.taskOf(guandou, Tasks.SIGN_FOR).getId(), "guandou-lead");
                return guandou;
            });

            assertMade(register("guandou-lead", "guandou-lead", "guandou-lead-b", "2026-09-01", "2026-09-03"));

            assertThat(desk.taskOf(guandou, Tasks.SIGN_FOR).getAssignee()).isEqualTo("guandou-lead-b");
            JsonNode listed =
                    Http.program(port, "guandou-lead-b").get("/api/covers").json();
            assertThat(listed.at("/0/mayEnd").asBoolean())
                    .as("who leads the unit")
                    .isTrue();
            assertThat(Http.program(port, "guandou").get("/api/covers").json()).isEmpty();
        }

        private void run(String time) {
            desk.itIs(time);
            jobs.runDue(Instant.parse(time));
        }

        private String holder() {
            return desk.taskOf(caseNo, Tasks.SIGN_FOR).getAssignee();
        }

        private String state(String user) {
            return Http.program(port, user)
                    .get("/api/covers")
                    .json()
                    .at("/0/state")
                    .asText();
        }

        private JsonNode line(String name) {
            JsonNode timeline = Http.program(port, "district")
                    .get("/api/cases/" + caseNo + "/timeline")
                    .json();
            return StreamSupport.stream(timeline.spliterator(), false)
                    .filter(it -> it.path("name").asText().equals(name))
                    .findFirst()
                    .orElse(MissingNode.getInstance());
        }

        private Answer pass(String user, String to) {
            return Http.program(port, user)
                    .post(
                            "/api/tasks/handover",
                            "{\"tasks\": [\"%s\"], \"to\": \"%s\", \"reason\": \"x\"}"
                                    .formatted(
                                            desk.taskOf(caseNo, Tasks.SIGN_FOR).getId(), to));
        }

        private Answer register(String person, String from, String to) {
            return register(person, person, DEPUTY, from, to);
        }

        private Answer register(String by, String person, String deputy, String from, String to) {
            return Http.program(port, by).post("/api/covers", """
                            {"person": "%s", "deputy": "%s", "from": "%s", "to": "%s", "reason": "年休假"}""".formatted(person, deputy, from, to));
        }

        private Answer end(String user, String id) {
            return Http.program(port, user).call("POST", "/api/covers/" + id + "/end", null);
        }

        private static String assertMade(Answer answer) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            return answer.json().path("id").asText();
        }
    }
}
