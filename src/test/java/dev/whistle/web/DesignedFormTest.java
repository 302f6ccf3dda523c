package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.Modeler;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The start form is the only place of a complaint's words: with a kind of matter and a field that a designer has added
 * to it, complaints come in by every way, and nobody writes Java.
 */
class DesignedFormTest {

    private static final Path FORM = Path.of("forms/complaint/complaint.start.form");
    private static final Path TABLE = Path.of("processes/complaint/complaint-classification.dmn");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOW = "2026-09-14T02:00:00Z";

    @Nested
    @OnH2
    class H2 extends Designed {}

    @Nested
    @OnPostgres
    class PostgreSql extends Designed {}

    abstract static class Designed {

        @Autowired
        Desk desk;

        @Autowired
        Jobs jobs;

        @Autowired
        RepositoryService repository;

        @LocalServerPort
        int port;

        private String deployment = "";

        @BeforeEach
        void aDesignerHasBeenAtWork() throws IOException {
            desk.itIs(NOW);
            jobs.clear();
            Answer answer = new Modeler(port, "designer")
                    .deploys(
                            "complaint",
                            Map.of(
                                    FORM.getFileName().toString(), withAnotherFieldAndKind(),
                                    TABLE.getFileName().toString(), withAnotherRow()));
            assertThat(answer).as(answer.toString()).returns(200, Answer::status);
            deployment = answer.json().path("id").asText();
        }

        /** The cases have come to their ends, so that nothing runs on without its process. */
        @AfterEach
        void putBack() {
            repository.deleteDeployment(deployment, true);
            desk.itIsNow();
        }

        @Test
        void isAcceptedFromPrograms() {
            Answer answer = post("\"kind\": \"charging\", \"parkingLot\": \"地下车库B2\"");

            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            String caseNo = answer.json().path("caseNo").asText();
            assertThat(particulars(caseNo)).contains("事由类别=充电设施", "车位=地下车库B2");
            end(caseNo);
        }

        @Test
        void isAcceptedInARegister() {
            Answer taken = register("充电设施,东区7号");
            assertThat(taken.status()).as(taken.toString()).isEqualTo(202);
            jobs.runDue(Instant.parse(NOW));

            String caseNo = Http.program(port, "hotline")
                    .get(taken.header("Location"))
                    .json()
                    .at("/rows/0/caseNo")
                    .asText();
            assertThat(particulars(caseNo)).contains("事由类别=充电设施", "车位=东区7号");
            end(caseNo);
        }

        @Test
        void isCheckedByItsOwnRules() {
            Answer posted = post("\"kind\": \"charging-at-night\", \"parkingLot\": \"" + "东".repeat(21) + "\"");
            Answer imported = register("夜间充电," + "东".repeat(21));

            assertThat(posted.status()).as(posted.toString()).isEqualTo(400);
            assertThat(errors(posted, "field")).containsExactly("kind 事由类别不在可选范围之内，请从列表中选择", "parkingLot 车位不能超过 20 个字");
            assertThat(imported.status()).as(imported.toString()).isEqualTo(400);
            assertThat(errors(imported, "column"))
                    .anyMatch(it -> it.startsWith("事由类别 没有“夜间充电”，只能填") && it.endsWith("、充电设施"))
                    .contains("车位 车位不能超过 20 个字")
                    .hasSize(2);
        }

        private Answer post(String more) {
            Http hotline = Http.program(port, "hotline");
            return hotline.send(hotline.withoutToken("POST", "/api/complaints", """
                            {"channel": "hotline", "matter": "充电桩断电", "address": "滨江路", %s,
                             "complainant": {"name": "司马相如", "phone": "13912345678"}}""".formatted(more))
                    .header("Idempotency-Key", UUID.randomUUID().toString()));
        }

        private Answer register(String kindAndLot) {
            Http hotline = Http.program(port, "hotline");
            return hotline.send(hotline.request("/api/complaints/import")
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofString(
                            "受理渠道,收到时间,投诉人姓名,联系电话,发生地点,投诉事由,事由类别,车位\n12345 热线,2026-09-12 21:30,东方明亮,13912340003,滨江路,%s,%s\n"
                                    .formatted(UUID.randomUUID(), kindAndLot),
                            StandardCharsets.UTF_8)));
        }

        private List<String> particulars(String caseNo) {
            JsonNode read =
                    Http.program(port, "hotline").get("/api/cases/" + caseNo).json();
            return StreamSupport.stream(read.path("particulars").spliterator(), false)
                    .map(it ->
                            it.path("label").asText() + "=" + it.path("shown").asText())
                    .toList();
        }

        private void end(String caseNo) {
            desk.does("hotline", caseNo, Tasks.DISPATCH, ComplaintStory.declined());
            assertThat(desk.open(caseNo)).isEmpty();
        }

        private static List<String> errors(Answer answer, String place) {
            return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                    .map(it ->
                            it.path(place).asText() + " " + it.path("message").asText())
                    .toList();
        }
    }

    private static byte[] withAnotherFieldAndKind() throws IOException {
        JsonNode form = JSON.readTree(FORM.toFile());
        JsonNode kind = form.findParents("key").stream()
                .filter(it -> it.path("key").asText().equals("matterKind"))
                .findFirst()
                .orElseThrow();
        ((ArrayNode) kind.path("values")).addObject().put("label", "充电设施").put("value", "charging");
        ObjectNode lot = ((ArrayNode) form.path("components"))
                .addObject()
                .put("type", "textfield")
                .put("id", "field_parkingLot")
                .put("key", "parkingLot")
                .put("label", "车位");
        lot.putObject("validate").put("maxLength", 20);
        lot.putObject("properties").put("keep", "case");
        return JSON.writeValueAsBytes(form);
    }

    private static byte[] withAnotherRow() throws IOException {
        String first = "<rule id=\"rule_fireLane\">";
        String row = """
                <rule id="rule_charging">
                  <description>充电设施：服务（JJ.A3.3.1）</description>
                  <inputEntry id="rule_charging_kind"><text>"charging"</text></inputEntry>
                  <inputEntry id="rule_charging_managed"><text></text></inputEntry>
                  <outputEntry id="rule_charging_category"><text>"service"</text></outputEntry>
                </rule>
                """;
        return Files.readString(TABLE).replace(first, row + first).getBytes(StandardCharsets.UTF_8);
    }
}
