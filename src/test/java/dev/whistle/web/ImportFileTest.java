package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.TableCounts;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A register of complaints as a browser sends it: a file in a form. */
@OnH2
class ImportFileTest {

    private static final String MARK = "\uFEFF";
    private static final String HEADER = "渠道,收到时间,投诉人,联系电话,联系地址,发生地点,投诉事由\n";
    private static final String CALL = "来电,2026-09-10 09:40,上官婉清,13912340001,滨江路1号,滨江路,路灯不亮\n";

    @Autowired
    private Desk desk;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcTemplate db;

    @LocalServerPort
    private int port;

    @BeforeEach
    void aMonday() {
        desk.itIs("2026-09-14T02:00:00Z");
        jobs.clear();
    }

    @AfterEach
    void backToTheRealTime() {
        desk.itIsNow();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"UTF-8, false", "UTF-8, true", "GB18030, false"})
    void aFileIsReadAsSpreadsheetsSaveIt(String charset, boolean marked) {
        String matter = "路灯不亮" + UUID.randomUUID();
        String register = (marked ? MARK : "") + HEADER + CALL.replace("路灯不亮", matter);

        Answer taken = send("file", register.getBytes(Charset.forName(charset)));

        assertThat(taken.status()).as(taken.toString()).isEqualTo(202);
        jobs.runDue(Instant.parse("2026-09-14T02:00:00Z"));
        JsonNode done = as("hotline").get(taken.header("Location")).json();
        assertThat(done.path("opened").asInt()).as(done.toString()).isEqualTo(1);
        assertThat(as("hotline")
                        .get("/api/cases/" + done.at("/rows/0/caseNo").asText())
                        .json()
                        .path("title")
                        .asText())
                .isEqualTo(matter);
    }

    /** Tasklist sends it so: by its session, with the token against foreign pages. */
    @Test
    void aBrowserSendsItWithItsToken() {
        byte[] body =
                form("file", (HEADER + CALL.replace("路灯", UUID.randomUUID() + "灯")).getBytes(StandardCharsets.UTF_8));
        Http browser = Http.browser(port, "hotline");

        Answer foreign = browser.send(browser.request("/api/complaints/import")
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofByteArray(body)));

        assertThat(foreign.status()).as(foreign.toString()).isEqualTo(403);
    }

    @Test
    void aWrongHeaderIsNamed() {
        Answer answer = refused(400, (HEADER.replace("渠道", "来路") + CALL).getBytes(StandardCharsets.UTF_8));

        assertThat(answer.json().path("detail").asText()).contains("没有“来路”这一列", "第 1 行");
    }

    @Test
    void errorsAreNamedByRowAndColumn() {
        Answer answer =
                refused(400, (MARK + HEADER + CALL + CALL.replace("来电", "传真")).getBytes(StandardCharsets.UTF_8));

        assertThat(answer.json().at("/errors/0/row").asInt()).isEqualTo(3);
        assertThat(answer.json().at("/errors/0/column").asText()).isEqualTo("渠道");
        assertThat(answer.json().at("/errors/0/message").asText()).contains("没有“传真”");
    }

    @Test
    void tenThousandAndOneRowsAreTooMany() {
        Answer answer = refused(413, (HEADER + CALL.repeat(10_001)).getBytes(StandardCharsets.UTF_8));

        assertThat(answer.json().path("detail").asText()).contains("10000", "10001");
    }

    @Test
    void anEmptyFileOrOneWithoutRowsIsRefused() {
        refused(400, new byte[0]);
        assertThat(refused(400, HEADER.getBytes(StandardCharsets.UTF_8))
                        .json()
                        .path("detail")
                        .asText())
                .contains("没有投诉");
    }

    @Test
    void aFormWithoutTheFileIsRefusedByItsName() {
        Answer answer = send("document", (HEADER + CALL).getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("file");
        Answer broken = as("hotline")
                .send(as("hotline")
                        .request("/api/complaints/import")
                        .header("Content-Type", "multipart/form-data; boundary=part")
                        .POST(BodyPublishers.ofString("no form at all")));
        assertThat(broken.status()).as(broken.toString()).isEqualTo(400);
        assertThat(broken.header("Content-Type")).startsWith("application/problem+json");
    }

    /** What is larger than any file that the server reads is refused by the server, the rest by the import itself. */
    @ParameterizedTest
    @ValueSource(ints = {21, 42})
    void aFileTooLargeIsRefused(int megabytes) {
        Answer answer = refused(413, new byte[megabytes << 20]);

        assertThat(answer.json().path("detail").asText()).containsPattern("\\p{IsHan}");
    }

    /** Nobody imports the example by oversight, and it is right in everything else. */
    @Test
    void theTemplateShowsHowAndIsNoComplaint() {
        Answer template = as("hotline").get("/api/complaints/import/template");
        assertThat(template.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(template.header("Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*");
        assertThat(template.body()).startsWith(MARK + "渠道,");
        byte[] asItIs = template.body().getBytes(StandardCharsets.UTF_8);

        Answer answer = refused(400, asItIs);

        assertThat(answer.json().path("errors")).as(answer.toString()).hasSize(1);
        assertThat(answer.json().at("/errors/0/message").asText()).contains("示例行");
        Answer filledIn = send(
                "file",
                template.body()
                        .replace("（示例，请删去本行）", UUID.randomUUID().toString())
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(filledIn.status()).as(filledIn.toString()).isEqualTo(202);
    }

    private Answer refused(int status, byte[] register) {
        Map<String, Long> before = TableCounts.of(db);
        Answer answer = send("file", register);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(TableCounts.of(db)).isEqualTo(before);
        return answer;
    }

    private Answer send(String part, byte[] register) {
        return as("hotline")
                .send(as("hotline")
                        .request("/api/complaints/import")
                        .header("Content-Type", "multipart/form-data; boundary=part")
                        .POST(BodyPublishers.ofByteArray(form(part, register))));
    }

    private static byte[] form(String part, byte[] register) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--part\r\nContent-Disposition: form-data; name=\"" + part
                        + "\"; filename=\"登记表.csv\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(register);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private Http as(String user) {
        return Http.program(port, user);
    }
}
