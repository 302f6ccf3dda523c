package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.problem.Problem;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Colleagues;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 移交 and 退回本单位: who may, what becomes of the task and its rights, and what stands on the timeline. */
class HandOverTest {

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        private static final String COLLEAGUE = "wanli-b";
        private static final String REASON = "外出培训";

        @Autowired
        Desk desk;

        @Autowired
        Colleagues colleagues;

        @Autowired
        TaskService tasks;

        @Autowired
        AuthorizationService authorizations;

        @LocalServerPort
        int port;

        String caseNo = "";

        @BeforeEach
        void aComplaintWaitsAtTheStreet() {
            desk.itIs("2026-09-01T02:00:00Z");
            colleagues.comes(COLLEAGUE, "公孙敏", "street-wanli.officer");
            caseNo = complaint();
        }

        @AfterEach
        void backToTheRealTime() {
            colleagues.goes(COLLEAGUE);
            desk.itIsNow();
        }

        @Test
        void aColleagueHasItAndTheFormerHolderIsOut() {
            claims("wanli", caseNo);
            assertThat(grants("wanli", id(caseNo))).isEqualTo(1);

            assertDone(handOver("wanli", COLLEAGUE, caseNo));

            assertThat(task(caseNo).getAssignee()).isEqualTo(COLLEAGUE);
            assertThat(grants("wanli", id(caseNo))).isZero();
            assertRefused("wanli");
            assertRefused("wanli-lead");
            assertThat(handOver("wanli", COLLEAGUE, caseNo).status()).isEqualTo(403);
            assertThat(lines("任务“签收并确定承办单位”由谭红霞移交公孙敏")).containsExactly(REASON);
            desk.does(COLLEAGUE, caseNo, Tasks.SIGN_FOR, ComplaintStory.signed("dept-fire"));
        }

        @Test
        void whoLeadsTheUnitGivesItToAnybodyThere() {
            assertThat(handOver("wanli", COLLEAGUE, caseNo).status())
                    .as("nobody has claimed it, and wanli leads nobody")
                    .isEqualTo(403);
            assertDone(handOver("wanli-lead", COLLEAGUE, caseNo));
            assertThat(lines("任务“签收并确定承办单位”指定由公孙敏办理")).hasSize(1);
            assertDone(handOver("wanli-lead", "wanli-lead", caseNo));
            assertThat(task(caseNo).getAssignee()).isEqualTo("wanli-lead");
        }

        @Test
        void toAnotherUnitByWhoLeadsBoth() {
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, ComplaintStory.signed("dept-fire"));
            assertThat(as("fire").get("/api/cases/" + caseNo).status()).isEqualTo(200);
            String task = desk.taskOf(caseNo, Tasks.INVESTIGATE).getId();
            assertThat(toUnit("fire-lead", "dept-housing", task).status()).isEqualTo(403);
            assertThat(toUnit("wanli-lead", "dept-housing", task).status()).isEqualTo(404);

            assertDone(toUnit("district-lead", "dept-housing", task));

            assertThat(as("fire").get("/api/tasks/" + task).status()).isEqualTo(404);
            assertThat(as("fire").get("/api/cases/" + caseNo).status()).isEqualTo(404);
            assertThatThrownBy(() ->
                            desk.does("fire", caseNo, Tasks.INVESTIGATE, ComplaintStory.investigated("2026-09-01")))
                    .isInstanceOf(AuthorizationException.class);
            assertThat(lines("任务“调查核实、处理”移交区住建局")).containsExactly(REASON);
            assertThat(as("housing").get("/api/tasks/" + task).status()).isEqualTo(200);
            desk.does("housing", caseNo, Tasks.INVESTIGATE, ComplaintStory.investigated("2026-09-01"));
        }

        @Test
        void aStreetsLeadMovesWithinTheStreet() {
            String task = id(caseNo);
            claims("wanli", caseNo);
            assertThat(toUnit("wanli-lead", "street-guandou", task).status()).isEqualTo(403);
            assertThat(toUnit("wanli", "community-wanli-2", task).status()).isEqualTo(403);
            assertThat(toUnit("district-lead", "company-5", task).status()).isEqualTo(403);
            assertThat(field(toUnit("wanli-lead", "street-wanli", task))).isEqualTo("toUnit");
            assertThat(field(toUnit("wanli-lead", "street-nowhere", task))).isEqualTo("toUnit");
            assertDone(toUnit("wanli-lead", "community-wanli-2", task));
            assertThat(task(caseNo).getAssignee()).isNull();
            assertThat(as("wanli").get("/api/tasks/" + task).status())
                    .as("the street looks over its community's shoulder")
                    .isEqualTo(200);
            desk.does("wanli-2", caseNo, Tasks.SIGN_FOR, ComplaintStory.signed("dept-fire"));
        }

        @Test
        void givenBackItIsAnybodysOfTheUnit() {
            assertThat(field(back("wanli-lead", caseNo))).isEqualTo("tasks");
            claims("wanli", caseNo);
            assertThat(back(COLLEAGUE, caseNo).status()).isEqualTo(403);
            assertDone(back("wanli", caseNo));
            assertThat(task(caseNo).getAssignee()).isNull();
            assertThat(lines("任务“签收并确定承办单位”由谭红霞退回本单位")).containsExactly(REASON);
            claims(COLLEAGUE, caseNo);
            desk.does(COLLEAGUE, caseNo, Tasks.SIGN_FOR, ComplaintStory.signed("dept-fire"));
        }

        @Test
        void allOrNone() {
            String other = complaint();
            claims("wanli", caseNo);
            assertThat(handOver("wanli", COLLEAGUE, caseNo, other).status()).isEqualTo(403);
            assertThat(task(caseNo).getAssignee()).isEqualTo("wanli");
            assertThat(lines("任务“签收并确定承办单位”由谭红霞移交公孙敏")).isEmpty();

            claims("wanli", other);
            assertDone(handOver("wanli", COLLEAGUE, caseNo, other));
            assertThat(task(caseNo).getAssignee()).isEqualTo(COLLEAGUE);
            assertThat(task(other).getAssignee()).isEqualTo(COLLEAGUE);
        }

        @Test
        void aTaskThatIsDoneIsAConflict() {
            String other = complaint();
            claims("wanli", caseNo);
            claims("wanli", other);
            String done = id(other);
            desk.does("wanli", other, Tasks.SIGN_FOR, ComplaintStory.signed("dept-fire"));

            Answer answer = as("wanli").post("/api/tasks/handover", body(List.of(id(caseNo), done), "to", COLLEAGUE));

            assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(task(caseNo).getAssignee()).isEqualTo("wanli");
        }

        @Test
        void whatOneMayNotReadIsNotThere() {
            assertThat(handOver("guandou", "guandou-lead", caseNo).status()).isEqualTo(404);
            assertThat(back("company-5", caseNo).status()).isEqualTo(404);
            assertThat(as("guandou")
                            .get("/api/tasks/handover?ids=" + id(caseNo))
                            .status())
                    .isEqualTo(404);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                guandou      | 外出培训 | to
                nobody       | 外出培训 | to
                wanli        | 外出培训 | to
                wanli-b      | ''       | reason
                wanli-b      | ' '      | reason
                """)
        void badInputNamesTheField(String to, String reason, String field) {
            claims("wanli", caseNo);
            Answer refused = as("wanli")
                    .post(
                            "/api/tasks/handover",
                            body(List.of(id(caseNo)), "to", to).replace(REASON, reason));
            assertThat(field(refused)).isEqualTo(field);
            assertThat(task(caseNo).getAssignee()).isEqualTo("wanli");
        }

        @Test
        void requestsThatAreNotRight() {
            String task = id(caseNo);
            assertThat(field(as("wanli").post("/api/tasks/handover", body(List.of(), "to", COLLEAGUE))))
                    .isEqualTo("tasks");
            assertThat(field(as("wanli")
                            .post(
                                    "/api/tasks/handover",
                                    body(Stream.generate(() -> task).limit(101).toList(), "to", COLLEAGUE))))
                    .isEqualTo("tasks");
            assertThat(field(as("wanli")
                            .post("/api/tasks/handover", "{\"tasks\": [\"%s\"], \"reason\": \"x\"}".formatted(task))))
                    .isEqualTo("to");
            assertThat(field(as("wanli")
                            .post(
                                    "/api/tasks/handover",
                                    "{\"tasks\": [\"%s\"], \"to\": \"a\", \"toUnit\": \"b\", \"reason\": \"x\"}"
                                            .formatted(task))))
                    .isEqualTo("to");
            assertThat(field(as("wanli").post("/api/tasks/return", "{\"tasks\": [\"%s\"]}".formatted(task))))
                    .isEqualTo("reason");
        }

        @Test
        void whatADialogOffers() {
            claims("wanli", caseNo);
            JsonNode officers =
                    as("wanli").get("/api/tasks/handover?ids=" + id(caseNo)).json();
            assertThat(officers.path("colleagues").findValuesAsText("user"))
                    .containsExactlyInAnyOrder(COLLEAGUE, "wanli-lead");
            assertThat(officers.path("units")).isEmpty();
            assertThat(officers.path("back").asBoolean()).isTrue();
            JsonNode leads = as("wanli-lead")
                    .get("/api/tasks/handover?ids=" + id(caseNo))
                    .json();
            assertThat(leads.path("units").findValuesAsText("id"))
                    .containsExactlyInAnyOrder("community-wanli-1", "community-wanli-2", "community-wanli-3");
        }

        @Test
        void whatOneMayHandOver() {
            assertThat(mine("wanli")).doesNotContain(id(caseNo));
            assertThat(mine("wanli-lead")).contains(id(caseNo));
            claims("wanli", caseNo);
            assertThat(mine("wanli")).contains(id(caseNo));
            assertThat(mine("wanli-lead")).contains(id(caseNo));
            assertThat(mine("guandou-lead")).doesNotContain(id(caseNo));
        }

        private List<String> mine(String user) {
            return as(user).get("/api/me/tasks?size=200").json().path("tasks").findValuesAsText("taskId");
        }

        private String complaint() {
            return desk.starts("wanli-1", "complaint", ComplaintStory.call("2026-09-01T09:40:00+08:00"));
        }

        private void claims(String user, String of) {
            desk.as(user, () -> {
                tasks.claim(id(of), user);
                return of;
            });
        }

        private Task task(String of) {
            return desk.taskOf(of, Tasks.SIGN_FOR);
        }

        private String id(String of) {
            return task(of).getId();
        }

        private void assertRefused(String user) {
            assertThatThrownBy(() -> desk.does(user, caseNo, Tasks.SIGN_FOR, ComplaintStory.signed("dept-fire")))
                    .isInstanceOfSatisfying(
                            Problem.class, it -> assertThat(it.messageKey()).isEqualTo("task.anothers"));
        }

        private long grants(String user, String task) {
            return authorizations
                    .createAuthorizationQuery()
                    .userIdIn(user)
                    .resourceType(Resources.TASK)
                    .resourceId(task)
                    .count();
        }

        /** The reasons on lines of this name. */
        private List<String> lines(String name) {
            JsonNode timeline =
                    as("district").get("/api/cases/" + caseNo + "/timeline").json();
            return timeline.findParents("kind").stream()
                    .filter(it -> it.path("name").asText().equals(name))
                    .map(it -> it.at("/entered/0/value").asText())
                    .toList();
        }

        private Answer handOver(String user, String to, String... of) {
            return as(user).post(
                            "/api/tasks/handover",
                            body(Stream.of(of).map(this::id).toList(), "to", to));
        }

        private Answer toUnit(String user, String to, String task) {
            return as(user).post("/api/tasks/handover", body(List.of(task), "toUnit", to));
        }

        private Answer back(String user, String of) {
            return as(user).post(
                            "/api/tasks/return", "{\"tasks\": [\"%s\"], \"reason\": \"%s\"}".formatted(id(of), REASON));
        }

        private static String body(List<String> tasks, String whom, String to) {
            return "{\"tasks\": [%s], \"%s\": \"%s\", \"reason\": \"%s\"}"
                    .formatted(
                            tasks.stream().map(it -> '"' + it + '"').collect(Collectors.joining(",")),
                            whom,
                            to,
                            REASON);
        }

        private static void assertDone(Answer answer) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        }

        private static String field(Answer refused) {
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            return refused.json().at("/errors/0/field").asText();
        }

        private Http as(String user) {
            return Http.program(port, user);
        }
    }
}
