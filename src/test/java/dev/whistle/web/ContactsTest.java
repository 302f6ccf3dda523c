package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** JJ.9: who in office keeps in touch with which street, community, compound and building, and who did before. */
class ContactsTest {

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        @Autowired
        Desk desk;

        @Autowired
        JdbcTemplate db;

        @LocalServerPort
        int port;

        @BeforeEach
        void inSeptember() {
            desk.itIs("2026-09-14T02:00:00Z");
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        /** A compound's contacts are those of its community and street too. */
        @Test
        @Clause("JJ.9")
        void whoKeepsInTouchWithACompound() {
            JsonNode contacts =
                    as("wanli-1").get("/api/contacts?target=compound-05").json();
            assertThat(texts(contacts, "kind"))
                    .contains("leader-street", "cadre-community", "department-compound", "cadre-building");
            assertThat(texts(contacts, "kindName")).contains("区领导联系镇街", "社区干部联系楼栋");
            assertThat(as("baimao").get("/api/contacts?target=compound-05").status())
                    .isEqualTo(404);
            assertThat(as("wanli")
                            .get("/api/contacts?target=compound-05&on=2025-01-01")
                            .json())
                    .isEmpty();
            assertThat(as("company-5").get("/api/contacts?target=compound-05").status())
                    .isEqualTo(403);
        }

        /** One cadre follows another: on each day there is the one of that day. */
        @Test
        void entriesEndAndAreNeverDeleted() {
            Answer made = as("wanli").post("/api/contacts", body("季明远", "2026-03-01"));
            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            assertThat(as("wanli").post("/api/contacts", body("季明远", "2026-04-01")))
                    .returns(409, Answer::status)
                    .matches(it -> it.body().contains("“季明远”已经登记，正在联系"));
            String end = "/api/contacts/" + made.json().path("id").asText() + "/end";
            assertThat(as("wanli").post(end, "{\"until\": \"2026-02-28\"}").status())
                    .isEqualTo(400);
            assertThat(as("wanli").post(end, "{\"until\": \"2026-09-15\"}").status())
                    .isEqualTo(400);
            assertThat(as("guandou").post(end, "{\"until\": \"2026-08-31\"}").status())
                    .isEqualTo(404);
            assertThat(as("wanli").post(end, "{\"until\": \"2026-08-31\"}").status())
                    .isEqualTo(200);
            assertThat(as("wanli").post(end, "{\"until\": \"2026-08-31\"}").status())
                    .isEqualTo(409);
            assertThat(as("wanli")
                            .post("/api/contacts", body("丁若琳", "2026-09-01"))
                            .status())
                    .isEqualTo(201);

            assertThat(people("&on=2026-08-31")).contains("季明远").doesNotContain("丁若琳");
            assertThat(people("")).contains("丁若琳").doesNotContain("季明远");
            assertThat(people("&history=true")).contains("季明远", "丁若琳");
        }

        /** Leaders and departments are the district's to arrange. */
        @Test
        void whoMayEnterWhat() {
            String leader = """
                    {"kind": "leader-street", "target": "street-wanli", "unit": "district-office",
                     "person": "秦若兰", "duty": "副区长", "since": "2026-09-01"}""";
            assertThat(as("wanli").post("/api/contacts", leader))
                    .returns(403, Answer::status)
                    .matches(it -> it.body().contains("由区办公室登记"));
            assertThat(as("wanli-1")
                            .post("/api/contacts", body("丁佳宁", "2026-09-01"))
                            .status())
                    .isEqualTo(403);
            assertThat(as("guandou")
                            .post("/api/contacts", body("丁佳宁", "2026-09-01"))
                            .status())
                    .isEqualTo(403);
            assertThat(as("district").post("/api/contacts", leader).status()).isEqualTo(201);
        }

        /** Each is refused naming the field, in Chinese, and nothing is stored. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                cadre-building      | nobody-friend  | kind     | 没有这种联系关系
                community-wanli-1   | street-wanli   | target   | 不存在或者类别不对
                street-wanli        | street-guandou | unit     | 不管这个联系对象
                赵一鸣              | 13912345678    | person   | 不登记电话号码
                党工委委员          | 0553-5864326   | duty     | 不登记电话号码
                2026-09-01          | someday        | since    | ''
                """)
        void badEntries(String good, String bad, String field, String said) {
            Integer before = db.queryForObject("select count(*) from whistle.contact", Integer.class);
            String body = body("赵一鸣", "2026-09-01");
            Answer refused = as("wanli")
                    .post(
                            "/api/contacts",
                            good.equals("cadre-building")
                                    ? body.replace("cadre-community", bad)
                                    : body.replace("\"" + good + "\"", "\"" + bad + "\""));
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.body()).contains(said);
            assertThat(db.queryForObject("select count(*) from whistle.contact", Integer.class))
                    .isEqualTo(before);
        }

        /** The register: what concerns one's own places, by level, and what one keeps oneself. */
        @Test
        @Clause("JJ.9")
        void theRegisterOfWhoAsks() {
            JsonNode all = register("district", "?size=200");
            assertThat(all.path("total").asInt()).isGreaterThan(60);
            assertThat(all.at("/contacts/0/kindName").asText()).isEqualTo("区领导联系镇街");
            assertThat(all.at("/contacts/0/targetName").asText()).endsWith("镇").isNotEqualTo("street-wanli");
            assertThat(all.at("/contacts/0/yours").asBoolean()).isTrue();

            JsonNode street = register("wanli", "?size=200");
            assertThat(texts(street.path("contacts"), "targetName"))
                    .contains("湾里街道", "桂汀社区", "桂汀兰庭")
                    .doesNotContain("官陡街道", "云栖社区", "云栖锦苑");
            for (JsonNode each : street.path("contacts")) {
                assertThat(each.path("yours").asBoolean())
                        .as(each.toString())
                        .isEqualTo(each.path("kind").asText().startsWith("cadre-"));
            }

            JsonNode community = register("wanli-1", "?size=200").path("contacts");
            assertThat(texts(community, "targetName"))
                    .contains("湾里街道", "桂汀社区", "桂汀兰庭")
                    .doesNotContain("荷塘月社区", "荷塘雅筑");
            assertThat(texts(community, "yours")).containsOnly("false");
            assertThat(texts(register("police", "").path("contacts"), "unit"))
                    .as("a department's own")
                    .isNotEmpty()
                    .containsOnly("dept-police");
            assertThat(as("company-5").get("/api/contacts/register").status()).isEqualTo(403);
        }

        @Test
        void theRegisterIsSearchedAndPaged() {
            assertThat(texts(
                            register("wanli", "?kind=cadre-community&unit=street-wanli&size=200")
                                    .path("contacts"),
                            "kind"))
                    .isNotEmpty()
                    .containsOnly("cadre-community");
            assertThat(texts(register("district", "?q=桂汀兰庭&size=200").path("contacts"), "targetName"))
                    .isNotEmpty()
                    .containsOnly("桂汀兰庭");
            assertThat(register("district", "?q=100%25").path("total").asInt()).isZero();
            assertThat(register("district", "?on=2025-01-01").path("total").asInt())
                    .isZero();
            JsonNode second = register("district", "?size=2&page=1");
            assertThat(second.path("contacts")).hasSize(2);
            assertThat(second.at("/contacts/0/id").asText())
                    .isEqualTo(
                            register("district", "?size=3").at("/contacts/2/id").asText());
            assertThat(as("district").get("/api/contacts/register?kind=friend"))
                    .returns(400, Answer::status)
                    .matches(it -> it.body().contains("没有这种联系关系"));

            as("wanli").post("/api/contacts", body("栾静姝", "2026-03-01"));
            String id = register("wanli", "?q=栾静姝").at("/contacts/0/id").asText();
            as("wanli").post("/api/contacts/" + id + "/end", "{\"until\": \"2026-08-31\"}");
            assertThat(register("wanli", "?q=栾静姝").path("total").asInt()).isZero();
            assertThat(register("wanli", "?q=栾静姝&history=true")
                            .at("/contacts/0/until")
                            .asText())
                    .isEqualTo("2026-08-31");
        }

        /** What a form can offer: the places and, where there is but one, the unit. */
        @Test
        void whatMayBeEntered() {
            JsonNode all = choices("district");
            assertThat(texts(all, "kind"))
                    .containsExactly("leader-street", "cadre-community", "department-compound", "cadre-building");
            JsonNode street = choices("wanli");
            assertThat(texts(street, "kind")).containsExactly("cadre-community", "cadre-building");
            assertThat(texts(street.at("/0/targets"), "name")).containsExactlyInAnyOrder("桂汀社区", "荷塘月社区", "松涧社区");
            assertThat(texts(street.at("/0/targets"), "unit")).containsOnly("street-wanli");
            assertThat(street.at("/1/building").asBoolean()).isTrue();
            assertThat(texts(street.at("/1/targets"), "name"))
                    .contains("桂汀兰庭（湾里街道）")
                    .doesNotContain("云栖锦苑（官陡街道）");
            assertThat(choices("wanli-1")).isEmpty();
            assertThat(choices("police")).isEmpty();
        }

        private JsonNode register(String user, String query) {
            Answer answer =
                    as(user).get(URI.create("/api/contacts/register" + query).toASCIIString());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            return answer.json();
        }

        private JsonNode choices(String user) {
            return as(user).get("/api/contacts/choices").json();
        }

        private List<String> people(String query) {
            return texts(
                    as("wanli")
                            .get("/api/contacts?target=community-wanli-1" + query)
                            .json(),
                    "person");
        }

        private static String body(String person, String since) {
            return """
                    {"kind": "cadre-community", "target": "community-wanli-1", "unit": "street-wanli",
                     "person": "%s", "duty": "党工委委员", "since": "%s"}""".formatted(person, since);
        }

        private Http as(String user) {
            return Http.program(port, user);
        }

        private static List<String> texts(JsonNode rows, String field) {
            return StreamSupport.stream(rows.spliterator(), false)
                    .map(it -> it.path(field).asText())
                    .toList();
        }
    }
}
