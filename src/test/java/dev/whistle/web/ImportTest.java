package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.TableCounts;
import dev.whistle.testing.TableDump;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A register of complaints becomes cases, all of it or nothing, and only once. */
class ImportTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HEADER = "渠道,收到时间,首次接待单位,投诉人,联系电话,联系地址,小区,发生地点,事由类别,投诉事由,详细情况,来访人数\n";
    private static final String CALL =
            "来电,2026-09-10 09:40,桂汀社区,上官婉清,13912340001,桂汀兰庭3幢,桂汀兰庭,,停车管理,僵尸车占位,\"两辆,已一年\",\n";
    private static final String VISIT = "来访,2026/9/11 10:05,,诸葛长明,13912340002,滨江路8号,,滨江路菜场,其他,路灯不亮,,2\n";
    private static final String HOTLINE = "12345 热线,2026-09-12 21:30,区热线办,东方明亮,13912340003,,compound-01,,,楼道堆物,,\n";

    @Nested
    @OnH2
    class H2 extends Registers {}

    @Nested
    @OnPostgres
    class PostgreSql extends Registers {}

    abstract static class Registers {

        @Autowired
        Desk desk;

        @Autowired
        Jobs jobs;

        @Autowired
        ManagementService management;

        @Autowired
        JdbcTemplate db;

        @LocalServerPort
        int port;

        @BeforeEach
        void anEmptyDesk() {
            desk.itIs("2026-09-14T02:00:00Z");
            jobs.clear();
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        @Test
        void everyRowBecomesACaseOfTheUnitThatWasAskedFirst() {
            Answer taken = post(HEADER + CALL + VISIT + "\n,,,,,,,,,,,\n" + HOTLINE + unique());

            assertThat(taken.status()).as(taken.toString()).isEqualTo(202);
            assertThat(taken.json().path("total").asInt()).isEqualTo(4);
            assertThat(taken.json().path("opened").asInt()).isZero();
            assertThat(taken.json().path("rows")).isEmpty();
            assertThat(dump()).as("what waits is encrypted").doesNotContain("上官婉清", "13912340001", "诸葛长明");
            jobs.runDue(Instant.parse("2026-09-14T02:00:00Z"));

            JsonNode done = progress(taken);
            assertThat(done.path("done").asBoolean()).as(done.toString()).isTrue();
            assertThat(done.path("opened").asInt()).isEqualTo(4);
            assertThat(done.path("failed").asInt()).isZero();
            assertThat(done.at("/rows/2/row").asInt())
                    .as("as a spreadsheet counts")
                    .isEqualTo(6);
            JsonNode call = theCase(done, 0);
            assertThat(call.path("unit").asText()).isEqualTo("community-wanli-1");
            assertThat(call.path("compoundId").asText()).isEqualTo("compound-05");
            assertThat(call.path("details").asText()).isEqualTo("两辆,已一年");
            assertThat(call.path("receivedAt").asText()).isEqualTo("2026-09-10T09:40:00+08:00");
            assertThat(theCase(done, 1).path("unit").asText()).isEqualTo("hotline");
            assertThat(theCase(done, 2).path("compoundId").asText()).isEqualTo("compound-01");
            assertThat(dump()).doesNotContain("上官婉清", "13912340001", "诸葛长明");
            assertThat(db.queryForList(
                            "select content from whistle.complaint_import_row where import_id = ? and content is not null",
                            done.path("id").asText()))
                    .as("nothing of it waits any more")
                    .isEmpty();
        }

        @Test
        void theSameRegisterIsTakenInOnce() {
            String register = HEADER + CALL + unique();
            String key = UUID.randomUUID().toString();

            Answer first = send("hotline", key, register.getBytes(StandardCharsets.UTF_8), "");
            Answer again = send("hotline", key, register.getBytes(StandardCharsets.UTF_8), "");
            Answer otherKey = send("hotline", "another", register.getBytes(StandardCharsets.UTF_8), "");
            Answer otherEncoding = send("hotline", null, register.getBytes(GB18030), "");
            Answer otherFile = send("hotline", key, (register + HOTLINE).getBytes(StandardCharsets.UTF_8), "");

            assertThat(List.of(again, otherKey, otherEncoding))
                    .allSatisfy(it -> assertThat(it.json().path("id").asText())
                            .as(it.toString())
                            .isEqualTo(first.json().path("id").asText()));
            assertThat(otherFile.status()).as(otherFile.toString()).isEqualTo(409);
            jobs.runDue(Instant.parse("2026-09-14T02:00:00Z"));
            jobs.runDue(Instant.parse("2026-09-14T02:00:00Z"));
            assertThat(progress(first).path("opened").asInt()).isEqualTo(2);
        }

        /**
         * A row that cannot be opened keeps nobody waiting: the others get their cases. The first row of a register is
         * tried by one and the same job until it is given up, which the engine tries three times.
         */
        @ParameterizedTest
        @ValueSource(ints = {2, 3, 4})
        void aRowThatFailsIsCountedWithItsReasonAndTheOthersGoOn(int bad) {
            Answer taken = post(HEADER + CALL + VISIT + unique());
            damage(taken, bad);
            runAsOftenAsTheEngineTries();

            JsonNode done = progress(taken);
            assertThat(done.path("done").asBoolean()).as(done.toString()).isTrue();
            assertThat(done.path("opened").asInt()).isEqualTo(2);
            assertThat(done.path("failed").asInt()).isEqualTo(1);
            assertThat(done.path("repeatable").asInt()).isEqualTo(1);
            JsonNode row = done.path("rows").path(bad - 2);
            assertThat(row.has("caseNo")).isFalse();
            assertThat(row.path("reason").asText()).contains("没有立案", "编号");
            assertThat(done.path("rows").path(bad == 2 ? 1 : 0).has("reason")).isFalse();
        }

        @Test
        void whatFailedIsRunAgainOnce() {
            Answer taken = post(HEADER + CALL + VISIT + unique());
            String sealed = damage(taken, 3);
            runAsOftenAsTheEngineTries();
            db.update(
                    "update whistle.complaint_import_row set content = ? where import_id = ? and row_no = 3",
                    sealed,
                    id(taken));

            Answer again = retry("hotline", taken);
            Answer twice = retry("hotline", taken);
            assertThat(again.status()).as(again.toString()).isEqualTo(202);
            assertThat(again.json().path("failed").asInt()).isZero();
            assertThat(again.json().path("done").asBoolean()).isFalse();
            assertThat(twice.json()).isEqualTo(again.json());
            assertThat(openJobs()).hasSize(1);
            jobs.runDue(Instant.parse("2026-09-14T02:00:00Z"));

            JsonNode done = progress(taken);
            assertThat(done.path("opened").asInt()).as(done.toString()).isEqualTo(3);
            assertThat(done.at("/rows/1").has("reason")).isFalse();
            assertThat(theCase(done, 1).path("title").asText()).isEqualTo("路灯不亮");
            assertThat(retry("hotline", taken).json())
                    .as("nothing to be done any more")
                    .isEqualTo(done);
            assertThat(openJobs()).isEmpty();
        }

        /** Persons' data does not wait for ever for somebody who never comes back to it. */
        @Test
        void whatFailedIsForgottenAfterAMonth() {
            Answer taken = post(HEADER + CALL + unique());
            damage(taken, 2);
            runAsOftenAsTheEngineTries();
            jobs.runDue(Instant.parse("2026-10-14T01:59:00Z"));
            assertThat(progress(taken).path("repeatable").asInt()).isEqualTo(1);
            jobs.runDue(Instant.parse("2026-10-14T02:00:00Z"));

            assertThat(progress(taken).path("failed").asInt()).isEqualTo(1);
            assertThat(progress(taken).path("repeatable").asInt()).isZero();
            assertThat(db.queryForList(
                            "select content from whistle.complaint_import_row"
                                    + " where import_id = ? and content is not null",
                            id(taken)))
                    .isEmpty();
            Answer late = retry("hotline", taken);
            assertThat(late.status()).as(late.toString()).isEqualTo(409);
            assertThat(late.json().path("detail").asText()).contains("30 天", "另存为");
        }

        @Test
        void importsAreListedToWhoeverMayLookOverTheShoulder() {
            Answer older = post(HEADER + CALL + unique());
            desk.itIs("2026-09-14T03:00:00Z");
            Answer newer = send("district", null, (HEADER + VISIT + unique()).getBytes(StandardCharsets.UTF_8), "");
            jobs.runDue(Instant.parse("2026-09-14T03:00:00Z"));

            JsonNode all = imports("district", "?size=200");
            List<String> ids = ids(all);
            List<String> own = ids(imports("hotline", "?size=200"));

            assertThat(ids).containsSubsequence(id(newer), id(older));
            assertThat(ids(imports("district", "?size=2&page=1")))
                    .isEqualTo(ids.stream().skip(2).limit(2).toList());
            assertThat(all.path("total").asInt()).isEqualTo(ids.size());
            JsonNode listed = all.path("imports").path(ids.indexOf(id(older)));
            assertThat(listed.path("opened").asInt()).isEqualTo(2);
            assertThat(listed.path("importedByName").asText()).isEqualTo("万德胜");
            assertThat(listed.path("unitName").asText()).isEqualTo("区热线办");
            assertThat(listed.path("rows")).as("a list does not have them").isEmpty();
            assertThat(own)
                    .as("the district office is above the hotline")
                    .contains(id(older))
                    .doesNotContain(id(newer));
            assertThat(imports("district", "?size=201")
                            .path("errors")
                            .at("/0/field")
                            .asText())
                    .isEqualTo("size");
            assertThat(retry("hotline", newer).status()).isEqualTo(404);
        }

        @Test
        void aRowSaysWhetherItsCaseMayBeRead() {
            Answer taken = post(HEADER + CALL + unique());
            jobs.runDue(Instant.parse("2026-09-14T02:00:00Z"));

            JsonNode rows = progress(taken).path("rows");
            assertThat(rows)
                    .allSatisfy(row -> assertThat(Http.program(port, "hotline")
                                    .get("/api/cases/" + row.path("caseNo").asText())
                                    .status())
                            .as(row.toString())
                            .isEqualTo(row.path("readable").asBoolean() ? 200 : 404));
            assertThat(rows).extracting(it -> it.path("unitName").asText()).containsExactly("桂汀社区", "区热线办");
            assertThat(rows).extracting(it -> it.path("readable").asBoolean()).containsExactly(false, true);
        }

        @Test
        void theYearMovesDatesToTheSameDayOfTheWeek() {
            String old = "来电,2020-03-03 09:40,,甲乙丙,13912340009,滨江路1号,,滨江路1号,,路灯不亮" + UUID.randomUUID() + ",,\n";
            Answer taken = send("district", null, (HEADER + old).getBytes(StandardCharsets.UTF_8), "?year=2026");
            jobs.runDue(Instant.parse("2026-09-14T02:00:00Z"));

            JsonNode read = theCase(progress(taken, "district"), 0);
            assertThat(read.path("receivedAt").asText()).as("a Tuesday").isEqualTo("2026-03-03T09:40:00+08:00");
        }

        /** What a row says is spoilt; the answer is what it said. */
        private String damage(Answer taken, int row) {
            String sealed = db.queryForObject(
                    "select content from whistle.complaint_import_row where import_id = ? and row_no = ?",
                    String.class,
                    id(taken),
                    row);
            db.update(
                    "update whistle.complaint_import_row set content = 'damaged' where import_id = ? and row_no = ?",
                    id(taken),
                    row);
            return Objects.requireNonNull(sealed);
        }

        private void runAsOftenAsTheEngineTries() {
            for (List<Job> due = openJobs(); !due.isEmpty(); due = openJobs()) {
                for (Job job : due) {
                    try {
                        management.executeJob(job.getId());
                    } catch (RuntimeException failed) {
                        // the engine tries again, as long as the job has retries
                    }
                }
            }
        }

        private List<Job> openJobs() {
            return jobs.background().stream()
                    .filter(it -> it.getRetries() > 0 && !it.getDuedate().after(ClockUtil.getCurrentTime()))
                    .toList();
        }

        private Answer retry(String user, Answer taken) {
            return Http.program(port, user).call("POST", "/api/complaints/imports/" + id(taken) + "/retry", null);
        }

        private JsonNode imports(String user, String query) {
            return Http.program(port, user)
                    .get("/api/complaints/imports" + query)
                    .json();
        }

        private static List<String> ids(JsonNode page) {
            return StreamSupport.stream(page.path("imports").spliterator(), false)
                    .map(it -> it.path("id").asText())
                    .toList();
        }

        private static String id(Answer taken) {
            return taken.json().path("id").asText();
        }

        private Answer post(String register) {
            return send("hotline", null, register.getBytes(StandardCharsets.UTF_8), "");
        }

        private JsonNode progress(Answer taken) {
            return progress(taken, "hotline");
        }

        private JsonNode progress(Answer taken, String user) {
            return Http.program(port, user).get(taken.header("Location")).json();
        }

        private JsonNode theCase(JsonNode done, int row) {
            return Http.program(port, "district")
                    .get("/api/cases/" + done.at("/rows/" + row + "/caseNo").asText())
                    .json();
        }

        private Answer send(String user, @Nullable String key, byte[] register, String query) {
            return ImportTest.send(port, user, key, register, query);
        }

        private String dump() {
            return TableDump.of(db, "public", "act_") + TableDump.of(db, "whistle", "complaint_import");
        }
    }

    /** What cannot be read, and what is wrong in what can; nothing of it is stored. */
    @Nested
    @OnH2
    class Refused {

        @Autowired
        Desk desk;

        @Autowired
        JdbcTemplate db;

        @LocalServerPort
        int port;

        @BeforeEach
        void aMonday() {
            desk.itIs("2026-09-14T02:00:00Z");
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        @ParameterizedTest(name = "{1}")
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                渠道          | 来路         | 没有“来路”这一列
                ,投诉事由     | ,投诉事由,渠道 | “渠道”列重复
                ,投诉事由     | ,材料清单     | 缺少“投诉事由”列
                """)
        void aWrongHeaderIsNamed(String right, String wrong, String said) {
            Answer answer = refused((HEADER + CALL).replaceFirst(right, wrong).getBytes(StandardCharsets.UTF_8), 400);

            assertThat(answer.json().path("detail").asText()).contains(said);
        }

        @Test
        void anotherEncodingIsNamed() {
            assertThat(refused((HEADER + CALL).getBytes(StandardCharsets.UTF_16), 400)
                            .json()
                            .path("detail")
                            .asText())
                    .contains("UTF-8", "GB18030");
        }

        @Test
        void whatIsNoCsvOrHasNoRowsIsRefused() {
            assertThat(refused((HEADER + "来电,\"2026").getBytes(StandardCharsets.UTF_8), 400)
                            .json()
                            .path("detail")
                            .asText())
                    .contains("第 2 行", "双引号");
            refused(HEADER.getBytes(StandardCharsets.UTF_8), 400);
            refused(new byte[0], 400);
            refused("{\"channel\": \"phone\"}".getBytes(StandardCharsets.UTF_8), 400);
        }

        @Test
        void tenThousandAndOneRowsAreTooMany() {
            String register = HEADER + CALL.repeat(10_001);

            assertThat(refused(register.getBytes(StandardCharsets.UTF_8), 413)
                            .json()
                            .path("detail")
                            .asText())
                    .contains("10000", "10001");
        }

        @Test
        void moreThanTwentyMegabytesAreTooMuch() {
            refused((HEADER + "堵".repeat(7_000_000)).getBytes(StandardCharsets.UTF_8), 413);
        }

        /** The same rules as for a program's post: every error of every row, by row and column. */
        @Test
        void everyErrorIsNamedByRowAndColumn() {
            String register = HEADER
                    + CALL
                    + "传真,昨天,桂汀社区,甲,13912340001,滨江路1号,桂汀兰庭,,停车,,,\n"
                    + "来电,2999-09-10 09:40,天上社区,,1391234,,云中花园,,,灯不亮,,3\n"
                    + "来电,,,甲,13912340001,滨江路1号,,,,灯不亮,,\n"
                    + "来访,2026-09-11 10:05,,甲,13912340001,滨江路1号,,滨江路,,灯不亮,,两人\n"
                    + "来电,2026-09-10 09:40\n";

            List<String> errors = StreamSupport.stream(
                            refused(register.getBytes(GB18030), 400)
                                    .json()
                                    .path("errors")
                                    .spliterator(),
                            false)
                    .map(it -> it.path("row").asText() + " " + it.path("column").asText("-") + " "
                            + it.path("message").asText())
                    .toList();

            assertThat(errors)
                    .extracting(it -> it.substring(0, it.indexOf(' ', it.indexOf(' ') + 1)))
                    .containsExactlyInAnyOrder(
                            "3 渠道",
                            "3 收到时间",
                            "3 事由类别",
                            "3 投诉事由",
                            "4 收到时间",
                            "4 首次接待单位",
                            "4 投诉人",
                            "4 联系电话",
                            "4 联系地址",
                            "4 小区",
                            "4 来访人数",
                            "5 收到时间",
                            "5 发生地点",
                            "6 来访人数",
                            "7 -");
            assertThat(errors).anyMatch(it -> it.startsWith("3 渠道 没有“传真”，只能填来电、来访"));
        }

        @Test
        void onlyTheDistrictOfficeAndTheHotlineImport() {
            byte[] register = (HEADER + CALL).getBytes(StandardCharsets.UTF_8);

            assertThat(send(port, "wanli", null, register, "").status()).isEqualTo(403);
            assertThat(send(port, "company-1", null, register, "").status()).isEqualTo(403);
            assertThat(send(port, "admin", null, register, "").status()).isEqualTo(403);
        }

        private Answer refused(byte[] register, int status) {
            Map<String, Long> before = TableCounts.of(db);
            Answer answer = send(port, "hotline", null, register, "");
            assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(TableCounts.of(db)).isEqualTo(before);
            return answer;
        }
    }

    private static Answer send(int port, String user, @Nullable String key, byte[] register, String query) {
        Http program = Http.program(port, user);
        HttpRequest.Builder request = program.request("/api/complaints/import" + query)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(register));
        return program.send(key == null ? request : request.header("Idempotency-Key", key));
    }

    /** A row that no other register has. */
    private static String unique() {
        return HOTLINE.replace("楼道堆物", "楼道堆物" + UUID.randomUUID());
    }
}
