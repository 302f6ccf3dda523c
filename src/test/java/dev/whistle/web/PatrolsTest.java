package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.patrol.Finding;
import dev.whistle.patrol.NewPatrol;
import dev.whistle.problem.Problem;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.Statements;
import dev.whistle.testing.TableCounts;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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

/** P04: patrols that found nothing are records; who may make and read which, what is refused, what one costs. */
class PatrolsTest {

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        private static final int AT_MOST = 4;
        private static final int MOST_FOR_A_FINDING = 200;

        private static final Finding FINDING =
                new Finding("enforcement", "fire-lane", "5幢东侧", "车辆占用消防通道", null, null, null, null, "yes", "in-person");

        @Autowired
        Desk desk;

        @Autowired
        JdbcTemplate db;

        @Autowired
        PatrolController controller;

        @LocalServerPort
        int port;

        @BeforeEach
        void inSeptember() {
            desk.itIs("2026-09-16T08:00:00Z"); // a Wednesday, 16:00 in China
            db.update("delete from whistle.patrol_week");
            db.update("delete from whistle.patrol_closing");
            db.update("delete from whistle.patrol_plan");
            db.update("delete from whistle.patrol");
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        /** 147,000 a year: no process instance, no case, and no more than four statements each. */
        @Test
        @Clause({"JJ.15", "JJ.A3.3.2"})
        void aPatrolThatFoundNothingCostsTwoStatements() {
            desk.as("wanli-1", () -> controller.record(patrol("compound-05", "2026-09-15T09:00:00+08:00", "孔冰")));
            Map<String, Long> before = TableCounts.of(db);
            Statements cost = new Statements();

            desk.as("wanli-1", () -> {
                cost.add(() -> controller.record(patrol("compound-05", "2026-09-16T09:00:00+08:00", "孔冰")));
                return 0;
            });

            assertThat(cost.count())
                    .as(String.join("\n", cost.sql()))
                    .isEqualTo(2)
                    .isLessThanOrEqualTo(AT_MOST);
            assertThat(cost.commits()).isEqualTo(1);
            Map<String, Long> after = TableCounts.of(db);
            after.entrySet().removeAll(before.entrySet());
            assertThat(after.keySet()).singleElement().asString().containsIgnoringCase("patrol");
        }

        /** The three forms are numbered letters of three versions each: that, and not the patrol, is what it costs. */
        @Test
        @Clause("AP.M2")
        void whatAFindingCosts() {
            Statements cost = new Statements();
            for (int round = 1; round <= 3; round++) {
                OffsetDateTime at =
                        OffsetDateTime.parse("2026-09-16T09:00:00+08:00").plusMinutes(round);
                cost = new Statements();
                Statements counted = cost;
                desk.as("company-5", () -> {
                    counted.add(() -> controller.record(
                            new NewPatrol(null, "compound-05", null, at, List.of("钟离朔"), "finding", null, FINDING)));
                    return 0;
                });
            }
            System.out.printf(
                    "%nA patrol that found a violation, three forms and reports made: %d / %d%n",
                    cost.count(), cost.commits());
            assertThat(cost.commits())
                    .as("the form is read, then all is one transaction")
                    .isEqualTo(2);
            assertThat(cost.count()).as(String.join("\n", cost.sql())).isLessThanOrEqualTo(MOST_FOR_A_FINDING);
        }

        /** From a day to another, whatever week it is. */
        @Test
        @Clause("JJ.15")
        void fromOneDayToAnother() {
            for (String day : List.of("2026-09-13", "2026-09-14", "2026-09-16")) {
                String at = day + "T07:30:00+08:00";
                assertThat(as("wanli-1")
                                .post("/api/patrols", body("compound-05", at, "孔冰"))
                                .status())
                        .isEqualTo(201);
            }
            assertThat(days("")).containsExactly("2026-09-16", "2026-09-14");
            assertThat(days("?from=2026-09-13&to=2026-09-14")).containsExactly("2026-09-14", "2026-09-13");
            assertThat(days("?from=2026-09-15&to=2026-09-15")).isEmpty();
            assertThat(as("wanli-1")
                            .get("/api/patrols?from=2026-09-13&to=2026-09-14&format=xlsx")
                            .status())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                from=2026-09-14                                    | to
                to=2026-09-14                                      | from
                from=2026-09-14&to=2026-09-13                      | to
                from=2026-09-14&to=2026-09-15&week=2026-09-14      | week
                from=2026-09-14&to=2026-09-13&format=xlsx          | to
                """)
        void daysThatAreNone(String query, String field) {
            Answer refused = as("wanli-1").get("/api/patrols?" + query);
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
        }

        private List<String> days(String query) {
            return as("wanli-1").get("/api/patrols" + query).json().findValuesAsText("patrolledAt").stream()
                    .map(it -> it.substring(0, 10))
                    .toList();
        }

        /** Names are sealed where they are stored, and read by the unit and those above it. */
        @Test
        @Clause("JJ.15")
        void aCompanysPeopleAreNamedAndSealed() {
            Answer made = as("company-5").post("/api/patrols", body("compound-05", "2026-09-16T08:30:00+08:00", "钟离朔"));

            assertThat(made.status()).as(made.toString()).isEqualTo(201);
            assertThat(made.json().path("kindName").asText()).isEqualTo("日常巡查");
            assertThat(made.json().path("people").get(0).asText()).isEqualTo("钟离朔");
            assertThat(db.queryForList("select * from whistle.patrol").toString())
                    .doesNotContain("钟离朔");
            assertThat(list("company-5", "").findValuesAsText("people").toString() + list("district", ""))
                    .contains("钟离朔");
            // the community whose compound it is sees that somebody was there
            JsonNode seen = list("wanli-1", "&compound=compound-05");
            assertThat(seen).hasSize(1);
            assertThat(seen.get(0).path("people")).isEmpty();
            assertThat(list("wanli-2", "")).isEmpty();
            assertThat(list("guandou", "")).isEmpty();
            assertThat(list("company-4", "")).isEmpty();
        }

        @Test
        @Clause({"JJ.15", "JJ.A3.3.2"})
        void eachKindOfUnitPatrolsInItsOwnWay() {
            Map.of("wanli-1", "社区每周巡查", "wanli", "镇街每周巡查", "fire", "部门不定期巡查", "company-5", "日常巡查")
                    .forEach((user, kind) -> {
                        Answer made =
                                as(user).post("/api/patrols", body("compound-05", "2026-09-16T10:00:00+08:00", "甲一"));
                        assertThat(made.status()).as(made.toString()).isEqualTo(201);
                        assertThat(made.json().path("kindName").asText()).isEqualTo(kind);
                    });
            assertThat(list("wanli", "&compound=compound-05")).hasSize(4);
            assertThat(list("wanli", "&unit=community-wanli-1")).hasSize(1);
            assertThat(list("wanli", "&week=2026-09-20")).hasSize(4);
            assertThat(list("wanli", "&week=2026-09-21")).isEmpty();
            assertThat(as("wanli-1")
                            .get("/api/patrols/beats")
                            .json()
                            .get(0)
                            .path("compounds")
                            .findValuesAsText("id"))
                    .contains("compound-05")
                    .doesNotContain("compound-06");
            assertThat(as("district").get("/api/patrols/beats").json()).isEmpty();
        }

        /** A phone that sends it again after a broken connection gets the record that is there. */
        @Test
        void sentTwiceItIsThereOnce() {
            String body = body("compound-05", "2026-09-16T10:00:20+08:00", "孔冰");
            Answer first = as("wanli-1").post("/api/patrols", body);
            Answer again = as("wanli-1").post("/api/patrols", body.replace(":20+", ":40+"));

            assertThat(again.status()).as(again.toString()).isEqualTo(200);
            assertThat(again.json()).isEqualTo(first.json());
            assertThat(as("wanli-1").post("/api/patrols", body.replace("\"result\"", "\"note\": \"又一次\", \"result\"")))
                    .returns(409, Answer::status)
                    .matches(it -> it.body().contains("已经登记，内容与本次不同"));
            assertThat(db.queryForObject("select count(*) from whistle.patrol", Integer.class))
                    .isEqualTo(1);
        }

        @Test
        void manyAtOnceMakeOne() throws Exception {
            String body = body("compound-05", "2026-09-16T10:00:00+08:00", "孔冰");
            ExecutorService threads = Executors.newFixedThreadPool(8);
            CountDownLatch go = new CountDownLatch(1);
            try {
                List<Future<Integer>> answers = IntStream.range(0, 8)
                        .mapToObj(it -> threads.submit(() -> {
                            go.await();
                            return as("wanli-1").post("/api/patrols", body).status();
                        }))
                        .toList();
                go.countDown();
                for (Future<Integer> answer : answers) {
                    assertThat(answer.get()).isIn(200, 201);
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(db.queryForObject("select count(*) from whistle.patrol", Integer.class))
                    .isEqualTo(1);
        }

        /** Each is refused naming the field, in Chinese, and nothing is stored. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                "compound-05"                    | "compound-999"               | compound    | 没有编号为“compound-999”的小区
                "compound-05"                    | "compound-06"                | compound    | 不归桂汀社区巡查
                "compound-05"                    | null                         | compound    | 请选择小区
                "2026-09-16T09:00:00+08:00"      | "2026-09-16T16:01:00+08:00"  | patrolledAt | 在现在以后
                "2026-09-16T09:00:00+08:00"      | "2026-09-09T15:59:00+08:00"  | patrolledAt | 只能登记 7 天以内
                "2026-09-16T09:00:00+08:00"      | null                         | patrolledAt | 请填写巡查时间
                ["孔冰"]                         | []                           | people      | 至少一人
                ["孔冰"]                         | [" "]                        | people      | 至少一人
                ["孔冰"]                         | ["13912345678"]              | people      | 不写电话
                "none"                           | "dunno"                      | result      | 请选择巡查结果
                "none"                           | "finding"                    | finding     | 请填写发现的问题
                "result"                         | "kind": "weekly", "result"   | kind        | 没有这种巡查
                "result"                         | "kind": "routine", "result"  | kind        | 只登记“社区每周巡查”
                "result"                         | "unit": "nobody", "result"   | unit        | 没有可以登记巡查的单位nobody
                "result"                         | "unit": "street-wanli", "result" | unit    | 没有可以登记巡查的单位
                "result"                         | "finding": {"findingKind": "contract"}, "result" | result | 却填写了发现的问题
                """)
        @Clause("JJ.15")
        void badPatrols(String good, String bad, String field, String said) {
            Answer refused = as("wanli-1")
                    .post(
                            "/api/patrols",
                            body("compound-05", "2026-09-16T09:00:00+08:00", "孔冰")
                                    .replace(good, bad));

            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.json().path("errors").findValuesAsText("field")).contains(field);
            assertThat(refused.body()).contains(said);
            assertThat(db.queryForObject("select count(*) from whistle.patrol", Integer.class))
                    .isZero();
        }

        @Test
        void whoDoesNotPatrolRecordsNothing() {
            Problem refused = Objects.requireNonNull(catchThrowableOfType(
                    Problem.class,
                    () -> desk.as(
                            "district",
                            () -> controller.record(patrol("compound-05", "2026-09-16T09:00:00+08:00", "崔慧")))));
            assertThat(refused.errors().get(0).field()).isEqualTo("unit");
        }

        /** More than the minimum can be planned, less cannot; each unit for itself. */
        @Test
        void theWeeksPlan() {
            assertThat(as("wanli-1").post("/api/patrols/plan", plan("community-wanli-1", "", 5, "1,2,3,4,5")))
                    .returns(200, Answer::status);
            assertThat(as("wanli-1").post("/api/patrols/plan", plan("community-wanli-1", "", 2, "")))
                    .returns(400, Answer::status)
                    .matches(it -> it.body().contains("3 到 50"));
            assertThat(as("wanli-1").post("/api/patrols/plan", plan("community-wanli-1", "", 5, "8")))
                    .returns(400, Answer::status);
            assertThat(as("wanli-1").post("/api/patrols/plan", plan("community-wanli-1", "compound-05", 5, "")))
                    .returns(400, Answer::status)
                    .matches(it -> it.body().contains("合并计次数"));
            assertThat(as("wanli-1").post("/api/patrols/plan", plan("community-wanli-2", "", 5, "")))
                    .returns(400, Answer::status);
            assertThat(as("company-5").post("/api/patrols/plan", plan("company-5", "", 8, "")))
                    .returns(400, Answer::status)
                    .matches(it -> it.body().contains("按小区计次数"));
            assertThat(as("company-5").post("/api/patrols/plan", plan("company-5", "compound-05", 14, "")))
                    .returns(200, Answer::status);

            as("wanli-1").post("/api/patrols", body("compound-05", "2026-09-16T09:00:00+08:00", "孔冰"));
            JsonNode standing =
                    as("wanli").get("/api/patrols/weeks?unit=community-wanli-1").json();
            assertThat(standing.path("weeks")).hasSize(1);
            JsonNode week = standing.path("weeks").get(0);
            assertThat(week.path("week").asText()).isEqualTo("2026-09-14");
            assertThat(week.path("closed").asBoolean()).isFalse();
            assertThat(List.of("minimum", "planned", "done", "shortfall"))
                    .extracting(it -> week.path(it).asInt())
                    .containsExactly(3, 5, 1, 2);
            assertThat(standing.path("plan").get(0).path("days").asText()).isEqualTo("1,2,3,4,5");
            JsonNode company =
                    as("company-5").get("/api/patrols/weeks?unit=company-5").json();
            assertThat(StreamSupport.stream(company.path("weeks").spliterator(), false)
                            .filter(it -> it.path("compound").asText().equals("compound-05")))
                    .singleElement()
                    .returns(14, it -> it.path("planned").asInt())
                    .returns("桂汀兰庭", it -> it.path("compoundName").asText());
        }

        private JsonNode list(String user, String query) {
            return as(user).get("/api/patrols?" + query).json();
        }

        private static NewPatrol patrol(String compound, String at, String who) {
            return new NewPatrol(null, compound, null, OffsetDateTime.parse(at), List.of(who), "none", null, null);
        }

        private static String body(String compound, String at, String who) {
            return """
                    {"compound": "%s", "patrolledAt": "%s", "people": ["%s"], "result": "none"}""".formatted(compound, at, who);
        }

        private static String plan(String unit, String compound, int perWeek, String days) {
            return """
                    {"unit": "%s", "compound": "%s", "perWeek": %d, "days": "%s"}""".formatted(unit, compound, perWeek, days);
        }

        private Http as(String user) {
            return Http.program(port, user);
        }
    }
}
