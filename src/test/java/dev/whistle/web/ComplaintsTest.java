package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.procedure.followup.FollowUpProcess;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.TableCounts;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A program brings a complaint in, reads what became of it, and is told in clear words what it did wrong. */
@OnH2
class ComplaintsTest {

    private static final String GOOD = """
            {"channel": "hotline", "matter": "消防通道被堵", "details": "<b>三辆车</b>", "compoundId": "compound-01",
             "receivedAt": "2026-09-25T10:00:00+08:00", "externalNo": "12345-0001",
             "complainant": {"name": "司马相如", "phone": "13912345678", "address": "云锦苑1栋"}}""";

    private static final String VISIT = """
            "channel": "visit", "matter": "消防通道被堵", "address": "滨江路",
            "complainant": {"name": "司马相如", "phone": "13912345678", "address": "云锦苑1栋"}}""";

    @Autowired
    private Desk desk;

    @Autowired
    private JdbcTemplate db;

    @LocalServerPort
    private int port;

    @AfterEach
    void backToTheRealTime() {
        desk.itIsNow();
    }

    /** JJ.A3.3.3: 15 days from the 25th end on the 10th of October, a make-up working Saturday. */
    @Test
    @Clause({"JJ.A3.3.3", "JJ.A7.3.3"})
    void aComplaintIsRegisteredAndRead() {
        desk.itIs("2026-09-26T02:00:00Z");

        Answer registered = post(GOOD);

        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        assertThat(registered.json().path("answerDue").asText()).isEqualTo("2026-10-11T00:00:00+08:00");
        assertThat(registered.json().path("trackingCode").asText()).hasSize(10);
        String caseNo = registered.json().path("caseNo").asText();
        assertThat(registered.header("Location")).isEqualTo("/api/cases/" + caseNo);
        JsonNode read = as("hotline").get("/api/cases/" + caseNo).json();
        assertThat(read.path("procedure").asText()).isEqualTo("complaint");
        assertThat(read.path("state").asText()).isEqualTo("open");
        assertThat(read.path("outcome").isNull()).isTrue();
        assertThat(read.path("unit").asText()).isEqualTo("hotline");
        assertThat(read.path("compoundId").asText()).isEqualTo("compound-01");
        assertThat(read.path("details").asText()).isEqualTo("<b>三辆车</b>");
        assertThat(read.at("/clocks/0/kind").asText()).isEqualTo("complaint.answer");
        assertThat(read.at("/clocks/0/state").asText()).isEqualTo("RUNNING");
        assertThat(read.at("/clocks/0/provisional").asBoolean()).isFalse();
        JsonNode parties =
                as("hotline").get("/api/cases/" + caseNo + "/parties").json();
        assertThat(parties.toString()).doesNotContain("司马相如", "13912345678").contains("139****5678");
    }

    @Test
    void casesAreFoundAndOverdueOnesAmongThem() {
        desk.itIs("2026-09-26T02:00:00Z");
        String caseNo = post(GOOD.replace("消防通道被堵", "第七号_百分之百%的事"))
                .json()
                .path("caseNo")
                .asText();

        assertThat(found("q=" + caseNo)).containsExactly(caseNo);
        assertThat(found("q=%E5%8F%B7_%E7%99%BE")).contains(caseNo); // 号_百
        assertThat(found("q=%25%25")).doesNotContain(caseNo); // not a wildcard
        assertThat(found("q=" + caseNo + "&overdue=true")).isEmpty();
        desk.itIs("2026-10-10T16:00:00Z");
        assertThat(found("q=" + caseNo + "&overdue=true")).containsExactly(caseNo);
        assertThat(found("q=" + caseNo + "&state=closed")).isEmpty();
        assertThat(found("q=" + caseNo + "&procedure=complaint&unit=hotline")).containsExactly(caseNo);
        assertThat(as("baimao")
                        .get("/api/cases?q=" + caseNo)
                        .json()
                        .path("total")
                        .asLong())
                .isZero();
        assertThat(as("baimao").get("/api/cases/" + caseNo).status()).isEqualTo(404);
    }

    /** Each is refused naming the field, in Chinese, and nothing has changed. */
    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            "channel": "hotline"        | "channel": "fax"                              | channel
            "channel": "hotline",       |                                               | channel
            "matter": "消防通道被堵"      | "matter": "  "                                | matter
            "matter": "消防通道被堵"      | "matter": 5                                   | matter
            "matter": "消防通道被堵"      | "matter": "a\\u0000b"                         | matter
            "compound-01"               | "compound-none"                               | compoundId
            "compoundId": "compound-01" | "compoundId": null                            | address
            2026-09-25T10:00:00+08:00   | 2999-09-25T10:00:00+08:00                     | receivedAt
            2026-09-25T10:00:00+08:00   | gestern                                       | receivedAt
            "13912345678"               | "1391234567"                                  | complainant.phone
            "name": "司马相如",           |                                               | complainant.name
            "externalNo": "12345-0001"  | "externalNo": "12345-0001", "colour": "red"   | colour
            """)
    void whatIsWrongIsNamed(String right, @Nullable String wrong, String field) {
        Map<String, Long> before = TableCounts.of(db);

        Answer answer = post(GOOD.replace(right, wrong == null ? "" : wrong));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:whistle:problem:validation");
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/message").asText()).containsPattern("\\p{IsHan}");
        assertThat(TableCounts.of(db)).isEqualTo(before);
    }

    @Test
    void anOverlongMatterIsRefused() {
        Answer answer = post(GOOD.replace("消防通道被堵", "堵".repeat(101)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("matter");
    }

    @Test
    void brokenJsonAndAMissingKeyAreRefused() {
        assertThat(post("{\"channel\": ").status()).isEqualTo(400);
        Answer without = as("hotline").post("/api/complaints", GOOD);
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.json().at("/errors/0/field").asText()).isEqualTo("Idempotency-Key");
    }

    @Test
    void callersWhoAskForEnglishGetIt() {
        Answer answer = as("hotline")
                .send(as("hotline")
                        .withoutToken("POST", "/api/complaints", GOOD.replace("compound-01", "compound-none"))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Accept-Language", "en"));

        assertThat(answer.json().at("/errors/0/message").asText()).isEqualTo("小区 is not one of the choices");
    }

    /** The interface says that a complaint may have more than is named: what the form asks for beside. */
    @Test
    void otherFieldsOfTheFormAreDescribed() {
        JsonNode described = as("hotline").get("/api/openapi").json().at("/components/schemas/Complaint");

        assertThat(described.path("properties").has("channel"))
                .as(described.toString())
                .isTrue();
        assertThat(described.path("properties").has("more"))
                .as(described.toString())
                .isFalse();
        assertThat(described.has("additionalProperties"))
                .as(described.toString())
                .isTrue();
    }

    /** What the form asks for beside is part of what a post says, in whatever order. */
    @Test
    void theSamePostIsTheSameWhateverItsOrder() {
        String key = UUID.randomUUID().toString();
        String one = "{\"visitors\": 2, \"evidence\": \"none\", " + VISIT;
        String other = "{\"evidence\": \"none\", \"visitors\": 2, " + VISIT;

        Answer first = post(one, key);
        Answer again = post(other, key);

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(again.json().path("caseNo")).isEqualTo(first.json().path("caseNo"));
        assertThat(post(one.replace("2", "3"), key).status()).isEqualTo(409);
    }

    /** The archive is there once the case is closed, for who may read the case, and not for the company. */
    @Test
    void theArchiveOfAClosedCase() {
        desk.itIs("2026-09-26T02:00:00Z");
        String caseNo = post(GOOD).json().path("caseNo").asText();
        assertThat(as("district").get("/api/cases/" + caseNo + "/archive").status())
                .isEqualTo(404);
        desk.does("hotline", caseNo, Tasks.DISPATCH, ComplaintStory.dispatched("dept-fire"));
        desk.does("fire", caseNo, Tasks.INVESTIGATE, ComplaintStory.investigatedAtCompany("2026-09-25", false));
        desk.does("fire", caseNo, Tasks.ANSWER, ComplaintStory.answered());
        desk.does("hotline", caseNo, FollowUpProcess.Tasks.VISIT, ComplaintStory.visited("2026-09-25", "satisfied"));

        Answer archive = as("fire").get("/api/cases/" + caseNo + "/archive");

        assertThat(archive.status()).isEqualTo(200);
        assertThat(archive.header("Content-Type")).isEqualTo("application/zip");
        assertThat(archive.header("Content-Disposition"))
                .startsWith("attachment")
                .contains(caseNo + ".zip");
        assertThat(as("baimao").get("/api/cases/" + caseNo + "/archive").status())
                .isEqualTo(404);
        assertThat(as("fire").get("/api/cases/" + caseNo).json().path("state").asText())
                .isEqualTo("closed");
    }

    @Test
    void filesAreTakenByWhatIsInThem() {
        String caseNo = post(GOOD).json().path("caseNo").asText();

        Answer text = upload("hotline", caseNo, "说明.txt", "现场情况说明");
        Answer disguised = upload("hotline", caseNo, "现场.png", "<html><script>alert(1)</script></html>");
        Answer stranger = upload("baimao", caseNo, "说明.txt", "别人的案件");

        assertThat(text.status()).as(text.toString()).isEqualTo(201);
        assertThat(disguised.status()).as(disguised.toString()).isEqualTo(415);
        assertThat(disguised.json().path("detail").asText()).contains("现场.png");
        assertThat(stranger.status()).isEqualTo(404);
        Answer download = as("hotline").get(text.header("Location"));
        assertThat(download.body()).isEqualTo("现场情况说明");
        assertThat(download.header("Content-Disposition")).startsWith("attachment");
        assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(upload("hotline", caseNo, "大文件.txt", "大".repeat(7_100_000)).status())
                .isEqualTo(413);
    }

    private Answer post(String body) {
        return post(body, UUID.randomUUID().toString());
    }

    private Answer post(String body, String key) {
        return as("hotline")
                .send(as("hotline")
                        .withoutToken("POST", "/api/complaints", body)
                        .header("Idempotency-Key", key));
    }

    private Answer upload(String user, String caseNo, String name, String content) {
        String body = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--part--\r\n";
        return as(user).send(as(user).request("/api/cases/" + caseNo + "/attachments")
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private Iterable<String> found(String query) {
        JsonNode page = as("district").get("/api/cases?size=200&" + query).json();
        return StreamSupport.stream(page.path("cases").spliterator(), false)
                .map(it -> it.path("caseNo").asText())
                .toList();
    }

    private Http as(String user) {
        return Http.program(port, user);
    }
}
