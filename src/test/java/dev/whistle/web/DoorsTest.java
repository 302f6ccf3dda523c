package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.testing.Caller;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import java.net.http.HttpRequest.BodyPublishers;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who gets in where: nobody without a login, programs by HTTP Basic, plugins of the web apps by their session. */
@OnH2
class DoorsTest {

    private static final String NOW = "{\"now\": null}";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Jobs jobs;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "GET,    /engine-rest/engine",
        "GET,    /engine-rest/version",
        "GET,    /engine-rest/task",
        "GET,    /engine-rest//task",
        "GET,    /engine-rest/%74ask",
        "POST,   /engine-rest/deployment/create",
        "POST,   /engine-rest/engine/default/deployment/create",
        "POST,   /engine-rest/message",
        "POST,   /engine-rest/task/x/complete",
        "POST,   /engine-rest/task/x/submit-form",
        "POST,   /engine-rest/process-definition/key/complaint/start",
        "POST,   /engine-rest/user/create",
        "DELETE, /engine-rest/user/admin",
        "GET,    /api/nothing-here",
        "GET,    /api",
        "GET,    /actuator/env",
        "GET,    /actuator",
        "GET,    /h2-console",
        "GET,    /v3/api-docs",
        "GET,    /nothing-here"
    })
    void nobodyGetsInWithoutALogin(String method, String path) {
        Answer answer = Http.program(port, Caller.ANONYMOUS).call(method, path, method.equals("POST") ? "{}" : null);

        // "//" is refused before anybody asks who is calling
        assertThat(answer.status()).as(answer.toString()).isIn(path.contains("//") ? 400 : 401, 401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /camunda/api/engine/engine/default/task",
        "POST,   /camunda/api/engine/engine/default/deployment/create",
        "POST,   /camunda/api/engine/engine/default/message",
        "POST,   /camunda/api/engine/engine/default/task/x/submit-form",
        "POST,   /camunda/api/engine/engine/default/user/create",
        "GET,    /camunda/api/cockpit/plugin/base/default/process-definition/statistics",
        "GET,    /camunda/api/admin/plugin/adminPlugins/default/x",
        "GET,    /camunda/api/tasklist/plugin/tasklistPlugins/default/x"
    })
    void nobodyUsesTheWebAppsWithoutALogin(String method, String path) {
        Answer answer = Http.browser(port, Caller.ANONYMOUS).call(method, path, method.equals("POST") ? "{}" : null);

        assertThat(answer.status()).as(answer.toString()).isIn(401, 403, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "/camunda/api/admin/setup/default/user/create",
        "/camunda/api/admin/%73etup/default/user/create",
        "/camunda/api/admin/setup/default/user/create/"
    })
    void nobodyMakesHimselfAdministrator(String path) {
        String body = """
                {"profile": {"id": "t-intruder", "firstName": "x", "lastName": "y"},
                 "credentials": {"password": "x"}}""";
        for (Caller caller : new Caller[] {Caller.ANONYMOUS, Caller.OTHER_STREET, Caller.ADMINISTRATOR}) {
            assertThat(Http.browser(port, caller).post(path, body)).returns(403, Answer::status);
        }
        assertThat(engine.getIdentityService()
                        .createUserQuery()
                        .userId("t-intruder")
                        .count())
                .isZero();
        assertThat(Http.browser(port, Caller.ANONYMOUS).get("/camunda/app/admin/default/setup/"))
                .returns(403, Answer::status);
    }

    @Test
    void aProgramLogsInByHttpBasicOnBothInterfaces() {
        Http program = Http.program(port, Caller.OTHER_STREET);

        assertThat(program.get("/api/me").json().path("user").asText()).isEqualTo(Caller.OTHER_STREET.user());
        assertThat(program.get("/engine-rest/task")).returns(200, Answer::status);
        assertThat(program.get("/api/me").header("Set-Cookie")).isEmpty();
    }

    @Test
    void aWrongPasswordIsRefusedAndSlowsDownWhoGuesses() {
        Http anybody = Http.program(port, Caller.ANONYMOUS);
        Answer wrong = anybody.send(
                anybody.request("/api/me").header("Authorization", Http.basic(Caller.COMPANY.user(), "guess")));

        assertThat(wrong).returns(401, Answer::status);
        assertThat(Http.program(port, Caller.COMPANY).get("/api/me"))
                .as("the right password, too soon after the wrong one")
                .returns(401, Answer::status);
        engine.getIdentityService().unlockUser(Caller.COMPANY.user());
        assertThat(Http.program(port, Caller.COMPANY).get("/api/me")).returns(200, Answer::status);
    }

    @Test
    void programsAreToldToUseHttpBasicAndBrowsersNever() {
        Http anybody = Http.program(port, Caller.ANONYMOUS);

        assertThat(anybody.get("/api/me").header("WWW-Authenticate")).startsWith("Basic");
        assertThat(Http.browser(port, Caller.ANONYMOUS).get("/api/me").header("WWW-Authenticate"))
                .isEmpty();
        for (String header : new String[] {"X-Requested-With", "Sec-Fetch-Mode", "Origin"}) {
            assertThat(anybody.send(anybody.request("/api/me").setHeader(header, "x"))
                            .header("WWW-Authenticate"))
                    .as(header)
                    .isEmpty();
        }
        assertThat(anybody.send(anybody.request("/api/me").header("Accept", "text/html,*/*"))
                        .header("WWW-Authenticate"))
                .isEmpty();
    }

    @Test
    void aSessionOfTheWebAppsReadsAndWritesWithTheirToken() {
        Http browser = Http.browser(port, Caller.ADMINISTRATOR);

        assertThat(browser.get("/api/me").json().path("user").asText()).isEqualTo(Caller.ADMINISTRATOR.user());
        assertThat(browser.post("/api/clock", NOW)).returns(200, Answer::status);
    }

    @Test
    void aWriteWithoutTheTokenIsForgery() {
        Http browser = Http.browser(port, Caller.ADMINISTRATOR);

        assertThat(browser.send(browser.withoutToken("POST", "/api/clock", NOW)))
                .returns(403, Answer::status)
                .returns(
                        "urn:whistle:problem:forbidden",
                        it -> it.json().path("type").asText());
        assertThat(browser.send(browser.withoutToken("POST", "/api/clock", NOW).header("X-XSRF-TOKEN", "guess")))
                .returns(403, Answer::status);
        assertThat(browser.send(browser.request("/api/clock")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(NOW))))
                .returns(403, Answer::status);
        assertThat(browser.get("/api/me")).as("the session lives on").returns(200, Answer::status);
    }

    @Test
    void aSessionDoesNotOpenTheEnginesInterfaceForPrograms() {
        assertThat(Http.browser(port, Caller.ADMINISTRATOR).get("/engine-rest/task"))
                .returns(401, Answer::status);
    }

    @Test
    void aSessionEndsWithTheLogout() {
        Http browser = Http.browser(port, Caller.OTHER_STREET);
        browser.post("/camunda/api/admin/auth/user/default/logout", "");

        assertThat(browser.get("/api/me")).returns(401, Answer::status);
    }

    @Test
    void theEngineForgetsWhoAsked() {
        // The same few threads serve everybody: an officer's name must not stick to one.
        for (int i = 0; i < 30; i++) {
            Http.program(port, Caller.ADMINISTRATOR).get("/api/me");
            assertThat(Http.program(port, Caller.ANONYMOUS).get("/api/me")).returns(401, Answer::status);
        }
    }

    @Test
    void whatIsPublicIsReachable() {
        Http anybody = Http.program(port, Caller.ANONYMOUS);

        assertThat(anybody.get("/"))
                .returns(302, Answer::status)
                .returns(true, it -> it.header("Location").endsWith("/camunda/app/tasklist/default/"));
        jobs.withExecutor(() -> assertThat(anybody.get("/actuator/health")).returns(200, Answer::status));
        assertThat(anybody.get("/public/nothing-here")).returns(404, Answer::status);
        assertThat(anybody.get("/camunda/app/tasklist/default/")).returns(200, Answer::status);
    }

    /** An address nobody serves and an application nobody has: a page, no log full of traces. */
    @ParameterizedTest
    @CsvSource({"/camunda/nonsense, 404", "/camunda/app/x/default/, 403"})
    void aPersonAtAWrongAddressSeesAPage(String path, int status) {
        Http anybody = Http.program(port, Caller.ANONYMOUS);

        Answer answer = anybody.send(anybody.request(path).header("Accept", "text/html"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("<title>吹哨 · ");
    }

    @Test
    void aPersonSeesAPageWhereSomethingIsRefused() {
        Http anybody = Http.program(port, Caller.ANONYMOUS);
        Answer page = anybody.send(
                anybody.request("/camunda/app/admin/default/setup/").header("Accept", "text/html"));

        assertThat(page).returns(403, Answer::status);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("没有权限");
    }

    @Test
    void aUserSeesWhoHeIsAndForWhomHeWorks() {
        assertThat(Http.program(port, Caller.DISTRICT).get("/api/me").json().toString())
                .isEqualTo(
                        "{\"user\":\"district\",\"name\":\"崔慧\",\"groups\":[\"district-office.officer\"],"
                                + "\"units\":[{\"id\":\"district-office\",\"name\":\"区物业管理工作领导小组办公室\"}],\"mayImport\":true,\"keepsContacts\":true,\"keepsRegisters\":true,\"ofCompany\":false,\"seesBoard\":true}");
        assertThat(Http.program(port, Caller.OTHER_STREET)
                        .get("/api/me")
                        .json()
                        .path("mayImport")
                        .asBoolean())
                .isFalse();
        assertThat(Http.program(port, "fire")
                        .get("/api/me")
                        .json()
                        .path("keepsContacts")
                        .asBoolean())
                .isFalse();
    }
}
