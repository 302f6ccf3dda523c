package dev.whistle.web;

import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.dailydigest.DailyDigestProcess;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** From a clause to its models, its tests and its cases. */
class CitedClausesTest {

    private static final String REGISTER = "JJ.A7.3.3";

    private static final String NOTE = """
            {"id": "daily-digest-note", "type": "default", "schemaVersion": 16, "components": [
             {"type": "group", "id": "group", "components": [
              {"type": "textarea", "id": "field_note", "key": "note", "label": "按巡查的要求（JJ.15）填写",
               "validate": {"maxLength": 200}}]}]}""";

    @Nested
    @OnH2
    class H2 extends OnAnyDatabase {}

    @Nested
    @OnPostgres
    class PostgreSql extends OnAnyDatabase {}

    abstract static class OnAnyDatabase {

        @Autowired
        Desk desk;

        @Autowired
        JdbcTemplate db;

        @Autowired
        RepositoryService repository;

        @LocalServerPort
        int port;

        @BeforeEach
        void onAWorkingDay() {
            desk.itIs("2026-10-12T02:00:00Z");
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        @Test
        void everyClauseWithItsText() {
            JsonNode all = read("");

            assertThat(ids(all)).hasSizeGreaterThan(200).startsWith("AP.3").contains("JJ.A7.3.5", "YQ.2.4");
            JsonNode limit = one(all, "JJ.A7.3.5");
            assertThat(limit.path("source").asText()).isEqualTo("JJ");
            assertThat(limit.path("heading").asText()).isNotBlank();
            assertThat(limit.path("text").asText()).endsWith("。");
        }

        @Test
        void fromAClauseToEveryPlaceThatNamesIt() {
            List<String> places = places(one(read(""), "JJ.A7.3.5"));

            assertThat(places)
                    .contains(
                            "letter PROCESS letter/letter 文书制发/文书制发",
                            "letter PROCESS letter/userTask_signLetter 文书制发/签发文书",
                            "shared TABLE letters/rule_timeLimitNotice 文书表/受理后书面告知投诉人办理期限（JJ.A7.3.5、JJ.G3、JJ.A3.3.3）")
                    .anyMatch(it -> it.startsWith("shared TABLE messages/"));
            assertThat(places(one(read(""), "JJ.A7.2.1.2"))).anyMatch(it -> it.startsWith("shared TABLE time-limits/"));
        }

        @Test
        void toTheTestsThatShowItKept() {
            assertThat(texts(one(read(""), REGISTER).path("tests")))
                    .contains("web.ComplaintsTest.aComplaintIsRegisteredAndRead");
        }

        @Test
        void onlyWhatIsAskedFor() {
            assertThat(ids(read("?id=JJ.A7.2"))).isNotEmpty().allMatch(it -> it.startsWith("JJ.A7.2"));
            assertThat(ids(read("?id=nothing"))).isEmpty();
            assertThat(ids(read("?procedure=daily-digest"))).containsExactly("JJ.G3");
            assertThat(places(one(read("?procedure=daily-digest"), "JJ.G3")))
                    .isNotEmpty()
                    .allMatch(it -> it.startsWith("daily-digest PROCESS daily-digest/"));
            assertThat(ids(read("?procedure=daily-digest&id=AP"))).isEmpty();
        }

        @Test
        void aProcedureNobodyKnowsIsNamed() {
            Answer answer = answer("district", "?procedure=complaints");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("procedure");
            assertThat(answer.json().at("/errors/0/message").asText()).contains("“complaints”");
        }

        @Test
        void aCaseCountsOnceForEachClauseItsTimelineCites() {
            long before = one(read(""), REGISTER).path("cases").asLong();

            String caseNo = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-10-12T09:40:00+08:00"));

            assertThat(one(read(""), REGISTER).path("cases").asLong()).isEqualTo(before + 1);
            assertThat(one(read("?procedure=complaint"), REGISTER).path("cases").asLong())
                    .isEqualTo(before + 1);
            assertThat(db.queryForList(
                            "select clause from whistle.case_clause where case_no = ? order by clause",
                            String.class,
                            caseNo))
                    .as("as the timeline has it, each clause once")
                    .containsExactlyElementsOf(citedBy(caseNo));
            assertThat(citedBy(caseNo)).contains(REGISTER, "JJ.A3.3.3");
        }

        /** Two transactions of one case may write it twice. */
        @Test
        void aRowThatIsThereTwiceCountsOnce() {
            desk.starts("wanli-1", ComplaintProcess.ID, call("2026-10-12T09:40:00+08:00"));
            long before = one(read(""), REGISTER).path("cases").asLong();

            db.update("insert into whistle.case_clause (clause, case_no) select clause, case_no"
                    + " from whistle.case_clause where clause = '" + REGISTER + "'");

            assertThat(one(read(""), REGISTER).path("cases").asLong()).isEqualTo(before);
            assertThat(read("/" + REGISTER).at("/clause/cases").asLong()).isEqualTo(before);
        }

        @Test
        void theLatestCasesAreThoseTheOfficerMayRead() {
            // What other tests left may be later than this test's day.
            db.update("delete from whistle.case_clause where clause = ?", REGISTER);
            String first = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-10-12T09:30:00+08:00"));
            desk.itIs("2026-10-12T03:00:00Z");
            String second = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-10-12T09:40:00+08:00"));

            for (String reader : List.of("wanli-1", "wanli", "district")) {
                List<String> latest = latest(reader);
                assertThat(latest).as(reader).contains(first, second).hasSizeLessThanOrEqualTo(20);
                assertThat(latest.indexOf(second)).as(reader).isLessThan(latest.indexOf(first));
            }
            assertThat(latest("police")).doesNotContain(first, second);
        }

        /** A company works by the clauses too, and reads what they say. */
        @Test
        void whatAClauseSays() {
            JsonNode said = Http.program(port, "company-5")
                    .get("/api/clauses/JJ.A7.3.5/text")
                    .json();

            assertThat(said.path("sourceName").asText()).isEqualTo("鸠江区住宅小区物业长效管理体制机制实施办法（试行）");
            assertThat(said.path("heading").asText()).isNotBlank();
            assertThat(said.path("text").asText()).isNotBlank();
            assertThat(Http.program(port, "company-5")
                            .get("/api/clauses/JJ.99/text")
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void anUnknownClauseIsNamed() {
            Answer answer = answer("district", "/JJ.A7.99");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.json().path("detail").asText()).isEqualTo("没有“JJ.A7.99”这一条款，请核对条款编号。");
        }

        /** What a designer deploys is told at once; what it replaced no more. */
        @Test
        void theNewestVersionCounts() throws IOException {
            assertThat(ids(read("?procedure=daily-digest"))).doesNotContain("JJ.17");
            Deployment newer = deployDigest("JJ.G3", "JJ.17");
            try {
                assertThat(ids(read("?procedure=daily-digest"))).containsExactly("JJ.15", "JJ.17");
                assertThat(places(one(read(""), "JJ.15")))
                        .contains("daily-digest FORM daily-digest-note/field_note null/按巡查的要求（JJ.15）填写");
            } finally {
                repository.deleteDeployment(newer.getId(), true);
            }
            assertThat(ids(read("?procedure=daily-digest"))).containsExactly("JJ.G3");
        }

        /** Lines written before clauses were counted. */
        @Test
        void theMigrationCountsWhatTheTimelineHad() throws IOException {
            String caseNo = desk.starts("wanli-1", ComplaintProcess.ID, call("2026-10-12T09:40:00+08:00"));
            db.update("delete from whistle.case_clause where case_no = ?", caseNo);

            db.update(lastStatement("/db/migration/V12__cited_clauses.sql"));

            assertThat(db.queryForList(
                            "select clause from whistle.case_clause where case_no = ? order by clause",
                            String.class,
                            caseNo))
                    .containsExactlyElementsOf(citedBy(caseNo));
        }

        private Deployment deployDigest(String clause, String by) throws IOException {
            String model = resource("/processes/daily-digest/daily-digest.bpmn").replace(clause, by);
            return repository
                    .createDeployment()
                    .name(DailyDigestProcess.ID)
                    .addInputStream(
                            "daily-digest.bpmn", new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)))
                    .addInputStream(
                            "daily-digest.note.form", new ByteArrayInputStream(NOTE.getBytes(StandardCharsets.UTF_8)))
                    .deploy();
        }

        private List<String> citedBy(String caseNo) {
            return db
                    .queryForList(
                            "select clauses from whistle.case_event where case_no = ? and clauses is not null",
                            String.class,
                            caseNo)
                    .stream()
                    .flatMap(it -> Stream.of(it.split(" ")))
                    .distinct()
                    .sorted()
                    .toList();
        }

        private List<String> latest(String user) {
            return texts(answer(user, "/" + REGISTER).json().path("latestCases"));
        }

        private JsonNode read(String rest) {
            Answer answer = answer("district", rest);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            return answer.json();
        }

        private Answer answer(String user, String rest) {
            return Http.program(port, user).get("/api/clauses" + rest);
        }

        private static JsonNode one(JsonNode clauses, String id) {
            return stream(clauses)
                    .filter(it -> it.path("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + id));
        }

        private static List<String> ids(JsonNode clauses) {
            return stream(clauses).map(it -> it.path("id").asText()).toList();
        }

        private static List<String> places(JsonNode clause) {
            return stream(clause.path("models"))
                    .map(it -> "%s %s %s/%s %s/%s"
                            .formatted(
                                    it.path("procedure").asText(),
                                    it.path("kind").asText(),
                                    it.path("model").asText(),
                                    it.path("element").asText(),
                                    it.path("modelName").asText(),
                                    it.path("elementName").asText()))
                    .toList();
        }

        private static List<String> texts(JsonNode list) {
            return stream(list).map(JsonNode::asText).toList();
        }

        private static Stream<JsonNode> stream(JsonNode list) {
            return StreamSupport.stream(list.spliterator(), false);
        }

        private static String lastStatement(String migration) throws IOException {
            String[] statements = resource(migration).strip().split(";");
            return statements[statements.length - 1];
        }

        private static String resource(String path) throws IOException {
            try (InputStream content = Objects.requireNonNull(CitedClausesTest.class.getResourceAsStream(path), path)) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
