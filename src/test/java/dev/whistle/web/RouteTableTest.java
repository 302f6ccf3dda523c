package dev.whistle.web;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.testing.Caller;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who gets which answer from every route of {@code /api}. The routes are the application's own list: a new one fails
 * here until somebody decides ({@link OpenTo}) and adds its row.
 */
@OnH2
class RouteTableTest {

    /** The answer to each caller; an anonymous one always gets 401. */
    private static final List<Row> TABLE = List.of(
            //                                          other street, district, company, administrator
            row("GET", "/api/me", /*                            */ 200, 200, 200, 200),
            row("GET", "/api/openapi", /*                       */ 200, 200, 200, 200),
            row("GET", "/api/openapi.yaml", /*                  */ 200, 200, 200, 200),
            row("GET", "/api/clock", /*                         */ 403, 403, 403, 200),
            row("POST", "/api/clock", /*                        */ 403, 403, 403, 200)
                    .sending("{\"now\": null}"),
            row("DELETE", "/api/clock", /*                      */ 403, 403, 403, 200),
            row("GET", "/api/calendar/{year}", /*               */ 200, 200, 200, 200)
                    .calling("/api/calendar/2026"),
            row("PUT", "/api/calendar/{year}", /*               */ 403, 403, 403, 400)
                    .calling("/api/calendar/2027")
                    .sending("{}"),
            row("GET", "/api/time-limits/{kind}", /*            */ 200, 200, 200, 200)
                    .calling("/api/time-limits/complaint.answer?from=2026-09-25T10:00:00%2B08:00"),
            row("GET", "/api/clauses", /*                       */ 200, 200, 403, 403),
            row("GET", "/api/clauses/{id}", /*                  */ 200, 200, 403, 403)
                    .calling("/api/clauses/JJ.A7.3.5"),
            row("GET", "/api/clauses/{id}/text", /*             */ 200, 200, 200, 403)
                    .calling("/api/clauses/JJ.A7.3.5/text"),
            // for leads, the district office and companies; guandou leads nothing
            row("GET", "/api/board", /*                         */ 403, 200, 200, 403),
            row("GET", "/api/board/cases", /*                   */ 403, 200, 200, 403)
                    .calling("/api/board/cases?figure=open"),
            row("GET", "/api/board/activities", /*              */ 403, 200, 200, 403)
                    .calling("/api/board/activities?procedure=complaint"),
            row("GET", "/api/board/compounds", /*               */ 403, 200, 200, 403),
            row("GET", "/api/board/patrols", /*                 */ 403, 200, 200, 403),
            row("GET", "/api/board/patrols/weeks", /*           */ 403, 200, 200, 403),
            row("GET", "/api/contacts", /*                      */ 404, 200, 403, 403)
                    .calling("/api/contacts?target=compound-07"),
            row("GET", "/api/contacts/register", /*             */ 200, 200, 403, 403),
            row("GET", "/api/contacts/choices", /*              */ 200, 200, 403, 403),
            row("POST", "/api/contacts", /*                     */ 400, 400, 403, 403)
                    .sending("{}"),
            row("POST", "/api/contacts/{id}/end", /*            */ 404, 404, 403, 403)
                    .sending("{\"until\": \"2026-01-31\"}"),
            row("GET", "/api/task-lists/{id}", /*               */ 404, 404, 404, 403)
                    .calling("/api/task-lists/none"),
            row("GET", "/api/patrols", /*                       */ 200, 200, 200, 403),
            row("POST", "/api/patrols", /*                      */ 400, 400, 400, 403)
                    .sending("{}"),
            row("GET", "/api/patrols/beats", /*                 */ 200, 200, 200, 403),
            row("GET", "/api/patrols/weeks", /*                 */ 404, 200, 404, 403)
                    .calling("/api/patrols/weeks?unit=street-wanli"),
            row("GET", "/api/patrols/choices", /*               */ 200, 200, 200, 403),
            row("POST", "/api/patrols/plan", /*                 */ 400, 400, 400, 403)
                    .sending("{}"),
            // for who works for a unit; a case they may not read is not there for them
            row("POST", "/api/complaints", /*                   */ 400, 400, 400, 403)
                    .sending("{}"),
            row("POST", "/api/complaints/import", /*            */ 415, 415, 415, 415)
                    .sending("{}"),
            row("GET", "/api/complaints/import/template", /*    */ 403, 200, 403, 403),
            row("GET", "/api/complaints/imports", /*            */ 403, 200, 403, 403),
            row("GET", "/api/complaints/imports/{id}", /*       */ 403, 404, 403, 403)
                    .calling("/api/complaints/imports/none"),
            row("POST", "/api/complaints/imports/{id}/retry", /**/ 403, 404, 403, 403)
                    .calling("/api/complaints/imports/none/retry"),
            row("GET", "/api/units/{unit}/sanctions", /*        */ 404, 200, 404, 403)
                    .calling("/api/units/street-wanli/sanctions"),
            row("GET", "/api/companies/{id}/record", /*         */ 404, 404, 404, 403)
                    .calling("/api/companies/none/record"),
            row("GET", "/api/companies/{id}", /*                */ 404, 404, 404, 403)
                    .calling("/api/companies/none"),
            row("GET", "/api/compounds/{id}", /*                */ 200, 200, 404, 403)
                    .calling("/api/compounds/compound-07"),
            row("GET", "/api/compounds/{id}/responsible", /*    */ 200, 200, 404, 403)
                    .calling("/api/compounds/compound-07/responsible"),
            row("GET", "/api/registers/compounds", /*           */ 200, 200, 200, 403),
            row("GET", "/api/registers/companies", /*           */ 200, 200, 200, 403),
            row("GET", "/api/registers/managers", /*            */ 200, 200, 200, 403),
            row("GET", "/api/registers/contracts", /*           */ 200, 200, 200, 403),
            row("GET", "/api/registers/committees", /*          */ 200, 200, 200, 403),
            row("GET", "/api/registers/responsibilities", /*    */ 200, 200, 403, 403),
            row("GET", "/api/registers/standbys", /*            */ 200, 200, 403, 403),
            row("GET", "/api/registers/log", /*                 */ 200, 200, 403, 403)
                    .calling("/api/registers/log?about=compound-07"),
            row("POST", "/api/registers/import", /*             */ 415, 415, 415, 415)
                    .sending("{}"),
            row("GET", "/api/registers/import/template", /*     */ 200, 200, 403, 403),
            row("GET", "/api/search", /*                        */ 200, 200, 200, 403)
                    .calling("/api/search?q=TS-1999"),
            row("POST", "/api/search", /*                       */ 400, 400, 400, 403)
                    .sending("{}"),
            row("GET", "/api/cases", /*                         */ 200, 200, 200, 403),
            row("GET", "/api/cases/{caseNo}", /*                */ 404, 404, 404, 403),
            row("GET", "/api/cases/{caseNo}/timeline", /*       */ 404, 404, 404, 403),
            row("GET", "/api/cases/{caseNo}/path", /*           */ 404, 404, 404, 403),
            row("GET", "/api/cases/{caseNo}/model", /*          */ 404, 404, 404, 403)
                    .calling("/api/cases/TS-1999-000001/model?id=none"),
            row("GET", "/api/cases/{caseNo}/holders", /*        */ 404, 404, 404, 403),
            row("GET", "/api/cases/{caseNo}/links", /*          */ 404, 404, 404, 403),
            row("GET", "/api/cases/{caseNo}/sanctions", /*      */ 404, 404, 404, 403),
            row("GET", "/api/cases/{caseNo}/contacts", /*       */ 404, 404, 404, 403),
            row("GET", "/api/cases/{caseNo}/clocks/{id}/days", /**/ 404, 404, 404, 403),
            row("GET", "/api/cases/{caseNo}/events", /*         */ 404, 404, 404, 403),
            row("POST", "/api/cases/{caseNo}/events/{event}", /**/ 400, 400, 400, 403)
                    .sending("{}"),
            row("GET", "/api/cases/{caseNo}/handover", /*       */ 404, 404, 404, 403),
            row("POST", "/api/cases/{caseNo}/handover/{item}", /**/ 400, 400, 400, 403)
                    .sending("{}"),
            row("POST", "/api/cases/{caseNo}/handover/entries/{id}/reveal", 404, 404, 403, 403),
            row("GET", "/api/cases/{caseNo}/messages", /*       */ 404, 404, 404, 403),
            row("GET", "/api/cases/{caseNo}/archive", /*        */ 404, 404, 403, 403),
            row("GET", "/api/cases/{caseNo}/parties", /*        */ 404, 404, 404, 403),
            row("POST", "/api/cases/{caseNo}/parties/{partyId}/reveal", 404, 404, 404, 403),
            row("GET", "/api/cases/{caseNo}/attachments", /*    */ 404, 404, 404, 403),
            row("POST", "/api/cases/{caseNo}/attachments", /*   */ 415, 415, 415, 415),
            row("GET", "/api/cases/{caseNo}/attachments/{id}", /**/ 404, 404, 404, 403),
            row("GET", "/api/cases/{caseNo}/documents", /*      */ 404, 404, 404, 403),
            row("GET", "/api/documents/{id}/versions/{number}", 404, 404, 404, 403)
                    .calling("/api/documents/none/versions/1"),
            row("GET", "/api/documents/{id}/versions/{number}/page", 404, 404, 404, 403)
                    .calling("/api/documents/none/versions/1/page"),
            row("POST", "/api/documents/{id}/versions", /*      */ 415, 415, 415, 415),
            row("POST", "/api/documents/{id}/acknowledgement", /**/ 404, 404, 404, 403),
            row("GET", "/api/me/done", /*                       */ 200, 200, 200, 403),
            row("GET", "/api/me/tasks", /*                      */ 200, 200, 200, 403),
            row("GET", "/api/tasks/handover", /*                */ 409, 409, 409, 403)
                    .calling("/api/tasks/handover?ids=nobody-has-this"),
            row("POST", "/api/tasks/handover", /*               */ 400, 400, 400, 403)
                    .sending("{}"),
            row("POST", "/api/tasks/return", /*                 */ 400, 400, 400, 403)
                    .sending("{}"),
            row("GET", "/api/covers", /*                        */ 200, 200, 200, 403),
            row("GET", "/api/covers/choices", /*                */ 200, 200, 200, 403),
            row("POST", "/api/covers", /*                       */ 400, 400, 400, 403)
                    .sending("{}"),
            row("POST", "/api/covers/{id}/end", /*              */ 404, 404, 404, 403),
            row("GET", "/api/tasks", /*                         */ 200, 200, 200, 403)
                    .calling("/api/tasks?ids=nobody-has-this"),
            row("GET", "/api/tasks/{taskId}", /*                */ 404, 404, 404, 403),
            row("GET", "/api/reports", /*                       */ 403, 200, 403, 403),
            row("POST", "/api/reports", /*                      */ 403, 403, 403, 403)
                    .sending("{}"),
            row("POST", "/api/reports/preview", /*              */ 403, 400, 403, 403)
                    .sending("{}"),
            row("GET", "/api/reports/{kind}/{period}.docx", /*  */ 403, 404, 403, 403),
            row("GET", "/api/reports/{kind}/{period}.xlsx", /*  */ 403, 404, 403, 403),
            // routes of the tests themselves
            row("GET", "/api/tryout", /*                        */ 400, 400, 400, 400),
            row("POST", "/api/tryout", /*                       */ 400, 400, 400, 400)
                    .sending("{}"),
            row("POST", "/api/tryout/file", /*                  */ 415, 415, 415, 415),
            row("GET", "/api/tryout/{failure}", /*              */ 404, 404, 404, 404)
                    .calling("/api/tryout/not-found"));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @LocalServerPort
    private int port;

    @Test
    void everyRouteHasADecision() {
        assertThat(routes().filter(it -> Routes.decision(it.handler()).isEmpty()))
                .as("routes without @OpenTo")
                .isEmpty();
    }

    @Test
    void everyRouteHasARow() {
        Set<String> rows =
                TABLE.stream().map(it -> it.method() + " " + it.pattern()).collect(toSet());
        assertThat(routes().map(it -> it.method() + " " + it.pattern()).collect(toSet()))
                .isEqualTo(rows);
    }

    @TestFactory
    Stream<DynamicTest> everyCallerGetsTheAnswerOfTheTable() {
        return TABLE.stream()
                .flatMap(row -> row.answers().entrySet().stream()
                        .map(expected -> DynamicTest.dynamicTest(
                                row.method() + " " + row.path() + " by " + expected.getKey(), () -> {
                                    Answer answer = Http.program(port, expected.getKey())
                                            .call(row.method(), row.path(), row.body());
                                    assertThat(answer.status())
                                            .as(answer.toString())
                                            .isEqualTo(expected.getValue());
                                    if (answer.status() >= 400) {
                                        assertThat(answer.header("Content-Type"))
                                                .startsWith("application/problem+json");
                                    }
                                })));
    }

    @Test
    void aRouteNobodyDecidedAboutIsClosed() throws NoSuchMethodException {
        RequestMappingInfo route = RequestMappingInfo.paths("/api/undecided")
                .methods(RequestMethod.GET)
                .options(mapping.getBuilderConfiguration())
                .build();
        mapping.registerMapping(route, this, getClass().getDeclaredMethod("undecided"));
        try {
            assertThat(Http.program(port, Caller.ADMINISTRATOR).get("/api/undecided"))
                    .returns(403, Answer::status);
        } finally {
            mapping.unregisterMapping(route);
        }
    }

    @SuppressWarnings("unused")
    String undecided() {
        return "open";
    }

    private Stream<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(it -> it.getKey().getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api"))
                        .flatMap(pattern -> it.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), pattern, it.getValue()))));
    }

    private record Route(String method, String pattern, HandlerMethod handler) {}

    private record Row(
            String method,
            String pattern,
            String path,
            @Nullable String body,
            Map<Caller, Integer> answers) {

        Row sending(String json) {
            return new Row(method, pattern, path, json, answers);
        }

        Row calling(String example) {
            return new Row(method, pattern, example, body, answers);
        }
    }

    private static Row row(
            String method, String pattern, int otherStreet, int district, int company, int administrator) {
        return new Row(
                HttpMethod.valueOf(method).name(),
                pattern,
                pattern.replace("{caseNo}", "TS-1999-000001").replaceAll("\\{\\w+}", "t-none"),
                null,
                Map.of(
                        Caller.ANONYMOUS, 401,
                        Caller.OTHER_STREET, otherStreet,
                        Caller.DISTRICT, district,
                        Caller.COMPANY, company,
                        Caller.ADMINISTRATOR, administrator));
    }
}
