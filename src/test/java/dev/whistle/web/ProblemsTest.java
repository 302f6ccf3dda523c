package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.testing.Caller;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every bad request to {@code /api} gets a clear answer: status, stable type, words in the caller's language. */
@OnH2
class ProblemsTest {

    private static final String BOUNDARY = "----whistle";

    @LocalServerPort
    private int port;

    private Http officer;

    @BeforeEach
    void logIn() {
        officer = Http.program(port, Caller.OTHER_STREET);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"matter": "漏水", "other": 1}                | other        | 没有这一项
            {"matter": 5}                                 | matter       | 内容类型或格式不对
            {"matter": true}                              | matter       | 内容类型或格式不对
            {"matter": ["漏水"]}                          | matter       | 内容类型或格式不对
            {"matter": "漏水", "count": "2"}              | count        | 内容类型或格式不对
            {"matter": "漏水", "count": 2.5}              | count        | 内容类型或格式不对
            {"matter": "漏水", "person": {"phon": "1"}}   | person.phon  | 没有这一项
            {"matter": "漏水", "person": {"phone": ""}}   | person.phone | 必须填写
            {"matter": "楼上漏水三个月"}                  | matter       | 长度应为 0 至 5
            {"matter": null}                              | matter       | 必须填写
            {}                                            | matter       | 必须填写
            """)
    void aFieldThatIsNotRightIsNamed(String body, String field, String message) {
        Answer answer = officer.post("/api/tryout", body);

        assertProblem(answer, 400, "validation");
        JsonNode error = answer.json().at("/errors/0");
        assertThat(error.path("field").asText()).isEqualTo(field);
        assertThat(error.path("message").asText()).isEqualTo(message);
        assertThat(answer.json().path("detail").asText()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{\"matter\":", "nothing", "[]", "\"text\"", "{\"matter\":\"a\"} {}", "``"})
    void contentThatCannotBeReadIsMalformed(String body) {
        assertProblem(officer.post("/api/tryout", body), 400, "malformed");
    }

    @Test
    void parametersAreNamedToo() {
        assertProblem(officer.get("/api/tryout"), 400, "validation");
        Answer wrong = officer.get("/api/tryout?page=first");
        assertProblem(wrong, 400, "validation");
        assertThat(wrong.json().at("/errors/0/field").asText()).isEqualTo("page");
    }

    @Test
    void whatSpringRefusesIsAProblemToo() {
        assertProblem(officer.get("/api/nothing-here"), 404, "not-found");
        assertProblem(officer.call("PATCH", "/api/me", null), 405, "method-not-allowed");
        assertProblem(
                officer.send(officer.request("/api/tryout")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("x"))),
                415,
                "unsupported-type");
        assertProblem(officer.send(officer.request("/api/me").header("Accept", "image/png")), 406, "not-acceptable");
        assertProblem(officer.get("/api/me;a=b"), 400, "malformed");
    }

    @Test
    void anUploadIsMeasured() {
        assertThat(upload(officer, 1000)).returns(200, Answer::status);
        assertProblem(upload(officer, 42_000_000), 413, "too-large");
        assertProblem(upload(Http.program(port, Caller.COMPANY), 1000), 403, "forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "not-found, 404, not-found",
        "forbidden, 403, forbidden",
        "conflict, 409, conflict",
        "invalid, 400, validation",
        "wrapped, 413, too-large"
    })
    void whatFeaturesAndTheEngineRefuseHasItsType(String failure, int status, String type) {
        assertProblem(officer.get("/api/tryout/" + failure), status, type);
    }

    @Test
    void aFailureOfOursTellsAnIdAndNothingElse() {
        Answer answer = officer.get("/api/tryout/boom");

        assertProblem(answer, 500, "internal");
        assertThat(answer.json().path("detail").asText()).matches(".*编号 [0-9a-f]{8} .*");
        assertThat(answer.body()).doesNotContain("张三丰", "IllegalState", "TryoutController");
    }

    @Test
    void englishOnRequestAndChineseForEverybodyElse() {
        assertThat(inLanguage("en-GB,en;q=0.9")).isEqualTo("matter: is required");
        assertThat(inLanguage("zh")).isEqualTo("matter：必须填写");
        assertThat(inLanguage("fr")).isEqualTo("matter：必须填写");
        assertThat(Http.program(port, Caller.ANONYMOUS)
                        .send(Http.program(port, Caller.ANONYMOUS)
                                .request("/api/me")
                                .header("Accept-Language", "en"))
                        .json()
                        .path("title")
                        .asText())
                .isEqualTo("Not logged in");
    }

    @Test
    void answersAreNotSniffedNorKept() {
        Answer answer = officer.get("/api/me");

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    private String inLanguage(String language) {
        return officer.send(officer.withoutToken("POST", "/api/tryout", "{}").header("Accept-Language", language))
                .json()
                .path("detail")
                .asText();
    }

    private static Answer upload(Http caller, int size) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                + "Content-Type: text/plain\r\n\r\n";
        return caller.send(caller.request("/api/tryout/file")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(head + "x".repeat(size) + "\r\n--" + BOUNDARY + "--\r\n")));
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:whistle:problem:" + type);
        assertThat(answer.json().path("title").asText()).containsPattern("\\p{IsHan}");
        assertThat(answer.json().path("detail").asText()).containsPattern("\\p{IsHan}");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    }
}
