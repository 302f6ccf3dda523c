package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.testing.Caller;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The engine's own interfaces, for programs and for the web apps: what is closed there and what they answer. */
@OnH2
class EngineAnswersTest {

    private static final String PROBE = "${tryoutProbe.ring()}";
    private static final String FILTER = """
            {"resourceType": "Task", "name": "t-filter", "owner": "%s", "properties": {}, "query": %s}""";

    /** What a path through the engine's interface begins with, as a program and as a web app. */
    private record Way(String name, Http caller, String root) {

        Answer post(String path, String json) {
            return caller.post(root + path, json);
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TryoutProbe probe;

    private Authorization grant;

    @BeforeEach
    void mayMakeFilters() {
        grant = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(Caller.OTHER_STREET.user());
        grant.setResource(Resources.FILTER);
        grant.setResourceId(Authorization.ANY);
        grant.addPermission(Permissions.ALL);
        engine.getAuthorizationService().saveAuthorization(grant);
        probe.reset();
    }

    @AfterEach
    void mayNotAnyMore() {
        engine.getAuthorizationService().deleteAuthorization(grant.getId());
    }

    @TestFactory
    Stream<DynamicTest> anExpressionInAQueryDoesNotRun() {
        return onBothWays(List.of(Caller.OTHER_STREET, Caller.ADMINISTRATOR), way -> {
            for (String query : queries(PROBE)) {
                assertRefused(way.post("/task", query), 400);
                assertRefused(way.post("/task/count", query), 400);
            }
            assertRefused(way.post("/task", "{\"assigneeExpression\": \"${currentUser()}\"}"), 400);
            assertThat(way.post("/task", "{\"orQueries\": [{\"name\": \"x\"}]}"))
                    .returns(200, Answer::status);
            assertThat(probe.rung()).isZero();
        });
    }

    @TestFactory
    Stream<DynamicTest> anExpressionIsNotStoredInAFilterUnlessItIsOnTheList() {
        return onBothWays(List.of(Caller.OTHER_STREET, Caller.ADMINISTRATOR), way -> {
            for (String query : queries(PROBE)) {
                assertRefused(way.post("/filter/create", FILTER.formatted(way.name(), query)), 400);
            }
            Answer stored = way.post("/filter/create", FILTER.formatted(way.name(), """
                            {"assigneeExpression": "${currentUser()}",
                             "candidateGroupsExpression": "${currentUserGroups()}",
                             "dueBeforeExpression": "${endOfToday.get()}",
                             "orQueries": [{"dueBeforeExpression": "${now()}", "name": "x"}]}"""));
            assertThat(stored.status()).as(stored.toString()).isEqualTo(200);
            String filter = "/filter/" + stored.json().path("id").asText();
            assertThat(way.post(filter + "/list", "{}")).returns(200, Answer::status);
            assertThat(way.caller().get(way.root() + filter + "/count")).returns(200, Answer::status);

            for (String query : queries(PROBE)) {
                assertRefused(way.post(filter + "/list", query), 400);
                assertRefused(way.post(filter + "/count", query), 400);
                assertRefused(way.post(filter + "/singleResult", query), 400);
                assertRefused(way.caller().call("PUT", way.root() + filter, FILTER.formatted(way.name(), query)), 400);
            }
            assertThat(probe.rung()).isZero();
            way.caller().call("DELETE", way.root() + filter, null);
        });
    }

    @Test
    void theProbeWouldRing() {
        FilterService filters = engine.getFilterService();
        Filter filter = filters.newTaskFilter("t-probe")
                .setQuery(engine.getTaskService().createTaskQuery().taskAssigneeExpression(PROBE));
        filters.saveFilter(filter);
        filters.count(filter.getId());
        filters.deleteFilter(filter.getId());

        assertThat(probe.rung()).as("or the tests above prove nothing").isPositive();
    }

    @TestFactory
    Stream<DynamicTest> noStepEndsPastItsForm() {
        return onBothWays(List.of(Caller.OTHER_STREET, Caller.ADMINISTRATOR), way -> {
            assertRefused(way.post("/task/x/bpmnError", "{\"errorCode\": \"x\"}"), 403, "请通过表单办理任务。");
            assertRefused(way.post("/task/x/bpmnEscalation", "{\"escalationCode\": \"x\"}"), 403);
            assertRefused(way.post("/task/x/resolve", "{}"), 403);
            assertRefused(way.post("/task/x/delegate", "{\"userId\": \"x\"}"), 403);
            assertRefused(way.post("/condition", "{\"variables\": {\"x\": {\"value\": 1}}}"), 403);
        });
    }

    @TestFactory
    Stream<DynamicTest> repairsAreForAdministrators() {
        return onBothWays(
                List.of(Caller.OTHER_STREET, Caller.DISTRICT, Caller.COMPANY),
                way -> assertThat(repairs(way)).allSatisfy(answer -> {
                    assertRefused(answer, 403, "此项操作只有系统管理员可以进行。");
                }));
    }

    @TestFactory
    Stream<DynamicTest> administratorsMayRepair() {
        return onBothWays(
                List.of(Caller.ADMINISTRATOR),
                way -> assertThat(repairs(way))
                        .allSatisfy(answer -> assertThat(answer.status())
                                .as(answer.toString())
                                .isNotEqualTo(403)));
    }

    private static List<Answer> repairs(Way way) {
        String variable = "{\"modifications\": {\"x\": {\"value\": 1}}}";
        return List.of(
                way.post("/message", "{\"messageName\": \"t-none\"}"),
                way.post("/message", "{\"messageName\": \"t-none\", \"all\": true}"),
                way.post("/signal", "{\"name\": \"t-none\"}"),
                way.post("/execution/x/signal", "{}"),
                way.post("/execution/x/messageSubscriptions/y/trigger", "{}"),
                way.post("/process-instance/x/variables", variable),
                way.post("/task/x/variables", variable),
                way.caller().call("PUT", way.root() + "/task/x/variables/y", "{\"value\": 1}"),
                way.caller().call("DELETE", way.root() + "/task/x/localVariables/y", null),
                way.post(
                        "/process-instance/x/modification",
                        "{\"instructions\": [{\"type\": \"cancel\", \"activityId\": \"y\"}]}"),
                way.post("/external-task/x/complete", "{\"workerId\": \"x\"}"));
    }

    @TestFactory
    Stream<DynamicTest> anUnknownTaskIsSaidInChinese() {
        return onBothWays(List.of(Caller.OTHER_STREET), way -> {
            String words = "该任务不存在或已被办理，请刷新任务列表。";
            Answer claim = way.post("/task/t-none/claim", "{\"userId\": \"x\"}");
            assertRefused(claim, 404, words);
            assertThat(claim.json().path("detail").asText()).contains("t-none");
            Answer read = way.caller().get(way.root() + "/task/t-none");
            assertRefused(read, 404, words);
        });
    }

    @TestFactory
    Stream<DynamicTest> whatTheEngineDoesNotAllowIsSaidInChinese() {
        return onBothWays(List.of(Caller.OTHER_STREET), way -> {
            Answer answer = way.post("/group/create", "{\"id\": \"t-group\", \"name\": \"x\", \"type\": \"x\"}");
            assertRefused(answer, 403, "您没有权限查看或办理此项内容。");
            assertThat(answer.json().path("type").asText()).isEqualTo("AuthorizationException");
        });
    }

    @TestFactory
    Stream<DynamicTest> contentThatCannotBeReadIsSaidInChinese() {
        return onBothWays(List.of(Caller.OTHER_STREET), way -> {
            assertRefused(way.post("/task", "{\"name\":"), 400);
            assertRefused(way.post("/task", "{\"name\": {\"x\": 1}}"), 400);
            assertRefused(way.caller().get(way.root() + "/task?priority=first"), 400);
        });
    }

    @Test
    void englishOnRequest() {
        Http program = Http.program(port, Caller.OTHER_STREET);
        Answer answer = program.send(
                program.withoutToken("GET", "/engine-rest/task/t-none", null).header("Accept-Language", "en"));

        assertThat(answer.json().path("message").asText()).startsWith("This task does not exist");
    }

    private Stream<DynamicTest> onBothWays(List<Caller> callers, java.util.function.Consumer<Way> test) {
        return callers.stream()
                .flatMap(caller -> Stream.of(
                        new Way(caller.user(), Http.program(port, caller), "/engine-rest"),
                        new Way(caller.user(), Http.browser(port, caller), "/camunda/api/engine/engine/default")))
                .map(way -> DynamicTest.dynamicTest(way.root() + " as " + way.name(), () -> test.accept(way)));
    }

    private static List<String> queries(String expression) {
        String part = "{\"assigneeExpression\": \"" + expression + "\"}";
        return List.of(
                part,
                "{\"orQueries\": [" + part + "]}",
                "{\"orQueries\": [{\"name\": \"x\"}, " + part + "]}",
                "{\"orQueries\": [{\"orQueries\": [" + part + "]}]}");
    }

    private static void assertRefused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().path("message").asText())
                .as(answer.toString())
                .containsPattern("\\p{IsHan}")
                .doesNotContain("Cannot ");
    }

    private static void assertRefused(Answer answer, int status, String message) {
        assertRefused(answer, status);
        assertThat(answer.json().path("message").asText()).isEqualTo(message);
    }
}
