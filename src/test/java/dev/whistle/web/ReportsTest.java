package dev.whistle.web;

import static dev.whistle.procedure.complaint.ComplaintStory.answeredCall;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whistle.casefile.CaseLinks;
import dev.whistle.casefile.Sha256;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.sheet.Book;
import dev.whistle.sheet.Page;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.docx4j.TextUtils;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
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
import org.springframework.transaction.support.TransactionTemplate;

/** 通报、季度报告、年度总结: issued once, and the same for ever after. */
class ReportsTest {

    private static final String ISSUED = "2026-05-06T02:00:00Z";
    private static final String LEAD = "district-lead";
    private static final String APRIL = "{\"kind\":\"MONTH\",\"period\":\"2026-04\"}";

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
        CaseLinks links;

        @Autowired
        TransactionTemplate transaction;

        @Autowired
        JdbcTemplate db;

        @Autowired
        ObjectMapper json;

        @LocalServerPort
        int port;

        private String first = "";
        private String second = "";

        @BeforeEach
        void twoComplaintsInApril() {
            db.update("delete from whistle.report");
            desk.itIs("2026-04-07T02:00:00Z");
            first = desk.starts(
                    "tanggou-1", ComplaintProcess.ID, in("compound-18", answeredCall("2026-04-07T09:40:00+08:00")));
            second =
                    desk.starts("tanggou-1", ComplaintProcess.ID, in("compound-18", call("2026-04-07T09:45:00+08:00")));
            desk.itIs(ISSUED);
        }

        @AfterEach
        void backToTheRealTime() {
            db.update("delete from whistle.message where event = 'circular.report-issued'");
            db.update("delete from whistle.report");
            desk.itIsNow();
        }

        /** Read again, it is the same as long as nothing has changed. */
        @Test
        void whatIsIssuedIsWhatTheBoardSays() throws Exception {
            JsonNode draft = preview("MONTH", "2026-04").path("figures");
            Answer answer = as(LEAD).post("/api/reports", APRIL);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            JsonNode issued = answer.json();
            String stored = db.queryForObject("select figures from whistle.report", String.class);
            assertThat(json.readTree(stored)).isEqualTo(draft);
            assertThat(Sha256.of(stored)).isEqualTo(issued.path("sha256").asText());
            assertThat(preview("MONTH", "2026-04").path("figures")).isEqualTo(draft);

            JsonNode board = read(LEAD, "/api/board?from=2026-04&to=2026-04");
            assertThat(draft.at("/complaints/total")).isEqualTo(board.at("/complaints/total"));
            assertThat(draft.at("/complaints/total").asLong()).isGreaterThanOrEqualTo(2);
            assertThat(draft.at("/onTime/met")).isEqualTo(board.at("/onTime/met"));
            assertThat(draft.at("/onTime/breached")).isEqualTo(board.at("/onTime/breached"));
            assertThat(draft.at("/patrols/lacking")).isEqualTo(board.at("/patrols/short"));
            assertThat(sum(draft.path("procedures"), "open"))
                    .isEqualTo(board.at("/open/open").asLong());
            assertThat(sum(draft.path("months"), "met"))
                    .isEqualTo(board.at("/onTime/met").asLong());
            assertThat(sum(draft.path("months"), "received"))
                    .isEqualTo(board.at("/complaints/total").asLong());
            assertThat(of(draft.path("procedures"), "complaint").path("received"))
                    .isEqualTo(board.at("/complaints/total"));
            assertThat(sum(draft.at("/complaints/outcomes"), "count"))
                    .isEqualTo(draft.at("/complaints/closed").asLong())
                    .isPositive();
            assertThat(draft.at("/stock/compounds").asLong())
                    .isEqualTo(db.queryForObject("select count(*) from whistle.compound", Long.class));
            assertThat(sum(draft.at("/stock/bases"), "count"))
                    .isEqualTo(draft.at("/stock/compounds").asLong());
            assertThat(issued.path("title").asText()).isEqualTo("关于2026年4月住宅小区物业管理工作情况的通报");
            assertThat(issued.path("number").asText()).matches("区物业管理工作领导小组办公室情况通报〔2026〕\\d+号");
        }

        /** A complaint that turns out to be a repeated one changes the board, and what a report would say now. */
        @Test
        @Clause("JJ.7")
        void whatTurnsOutLaterChangesNoReport() throws Exception {
            JsonNode issued = issue("MONTH", "2026-04");
            byte[] docx = file(LEAD, "MONTH/2026-04.docx");
            byte[] xlsx = file(LEAD, "MONTH/2026-04.xlsx");
            long repeats = preview("MONTH", "2026-04")
                    .at("/figures/complaints/repeats")
                    .asLong();
            desk.itIs("2026-05-20T02:00:00Z");
            desk.as(
                    "tanggou-1",
                    () -> transaction.execute(it -> {
                        links.repeats(second, first, "同一事项", "original", "element");
                        return null;
                    }));
            assertThat(preview("MONTH", "2026-04")
                            .at("/figures/complaints/repeats")
                            .asLong())
                    .isEqualTo(repeats + 1);
            assertThat(file(LEAD, "MONTH/2026-04.docx")).isEqualTo(docx);
            assertThat(file(LEAD, "MONTH/2026-04.xlsx")).isEqualTo(xlsx);
            assertThat(Sha256.of(docx)).isEqualTo(issued.path("docxSha256").asText());
            assertThat(Sha256.of(xlsx)).isEqualTo(issued.path("xlsxSha256").asText());
            JsonNode listed = read(LEAD, "/api/reports").get(0);
            assertThat(listed).isEqualTo(issued);
        }

        @Test
        void bothFilesOpenAndSayWhatWasFrozen() throws Exception {
            issue("QUARTER", "2026Q1");
            JsonNode figures = json.readTree(db.queryForObject("select figures from whistle.report", String.class));
            String word = text(file("tanggou-lead", "QUARTER/2026Q1.docx"));
            assertThat(word)
                    .contains("2026年第一季度住宅小区", "物业管理工作情况报告", "各镇街、各有关部门：", "一、基本情况", "2026年5月6日")
                    .contains("共有住宅小区" + figures.at("/stock/compounds").asText() + "个");
            List<Page> sheets = Book.read(file("tanggou-lead", "QUARTER/2026Q1.xlsx"), 1_000);
            assertThat(sheets.stream().map(Page::name)).contains("各镇街物业基本情况", "各月情况", "各镇街按期办结情况");
            Page months = sheets.stream()
                    .filter(it -> it.name().equals("各月情况"))
                    .findFirst()
                    .orElseThrow();
            assertThat(months.lines()).hasSize(3);
            assertThat(months.lines().get(1).cell(1).text())
                    .isEqualTo(figures.at("/months/1/received").asText());
        }

        /** It is looked at first, and nothing of that is kept. */
        @Test
        @Clause({"YQ.2.2", "YQ.P1"})
        void theOfficeAddsWhatNoFigureTells() throws Exception {
            String wanted =
                    "{\"kind\":\"YEAR\",\"period\":\"2025\",\"work\":\"加强培训。全年6场。\",\"plan\":\"做好考核。\\n做好备案。\"}";
            Answer draft = as("district").post("/api/reports/preview", wanted);
            assertThat(draft.status()).as(draft.toString()).isEqualTo(200);
            assertThat(draft.json().at("/paper/parts").toString()).contains("加强培训。", "三、2026年度工作计划", "做好备案。");
            assertThat(read(LEAD, "/api/reports")).isEmpty();

            assertThat(as(LEAD).post("/api/reports", wanted).status()).isEqualTo(201);
            assertThat(text(file(LEAD, "YEAR/2025.docx"))).contains("9.加强培训。全年6场。", "三、2026年度工作计划", "做好备案。");
            assertThat(db.queryForMap("select work, plan from whistle.report"))
                    .containsEntry("work", "加强培训。全年6场。")
                    .containsEntry("plan", "做好考核。\n做好备案。");
        }

        @ParameterizedTest
        @CsvSource({"work, 10001, 10000", "plan, 10001, 10000", "work, 0, 无法识别的字符"})
        void wordsThatNoPaperHolds(String field, int length, String said) {
            String text = length == 0 ? "一\\u0007二" : "字".repeat(length);
            String wanted = "{\"kind\":\"MONTH\",\"period\":\"2026-04\",\"%s\":\"%s\"}".formatted(field, text);
            for (String path : List.of("/api/reports", "/api/reports/preview")) {
                Answer refused = as(LEAD).post(path, wanted);
                assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
                assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
                assertThat(refused.json().at("/errors/0/message").asText()).contains(said);
            }
            assertThat(read(LEAD, "/api/reports")).isEmpty();
        }

        @Test
        void oncePerPeriodAndWithoutAHoleInTheNumbers() {
            int one = number(issue("MONTH", "2026-04"));
            Answer again = as(LEAD).post("/api/reports", APRIL);
            assertThat(again.status()).as(again.toString()).isEqualTo(409);
            assertThat(again.json().path("detail").asText()).contains("〔2026〕" + one + "号", "2026年5月6日");
            assertThat(number(issue("MONTH", "2026-03"))).isEqualTo(one + 1);
            assertThat(issue("YEAR", "2025").path("kindName").asText()).isEqualTo("年度总结");
            assertThat(StreamSupport.stream(read(LEAD, "/api/reports").spliterator(), false)
                            .map(it -> it.path("period").asText()))
                    .containsExactlyInAnyOrder("2025", "2026-04", "2026-03");
        }

        @Test
        void ofSeveralAtOnceOneIssuesIt() {
            List<CompletableFuture<Integer>> calls = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> as(LEAD).post("/api/reports", APRIL).status()))
                    .limit(3)
                    .toList();
            assertThat(calls.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(201, 409, 409);
            assertThat(db.queryForObject("select count(*) from whistle.report", Long.class))
                    .isEqualTo(1);
        }

        /** Nobody has used the system then. */
        @Test
        void aTimeInWhichNothingWas() throws Exception {
            assertThat(issue("YEAR", "1999").path("title").asText()).isEqualTo("1999年住宅小区物业管理工作总结");
            assertThat(text(file(LEAD, "YEAR/1999.docx")))
                    .contains("没有收到投诉；没有办结的投诉。")
                    .contains("没有巡查记录");
        }

        @Test
        void inChineseWhateverIsAskedFor() {
            Answer answer = Http.program(port, "district")
                    .send(as("district")
                            .request("/api/reports/preview")
                            .POST(BodyPublishers.ofString(APRIL))
                            .header("Content-Type", "application/json")
                            .header("Accept-Language", "en"));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            assertThat(of(answer.json().at("/figures/complaints/channels"), "phone")
                            .path("name")
                            .asText())
                    .isEqualTo("来电");
            assertThat(answer.json().at("/paper/title").asText()).contains("2026年4月");
        }

        @Test
        void whoMayReadAndWhoMayIssue() {
            issue("MONTH", "2026-04");
            for (String reader : List.of("district", LEAD, "tanggou-lead", "erba-lead", "fire-lead")) {
                assertThat(read(reader, "/api/reports")).as(reader).hasSize(1);
                assertThat(as(reader).get("/api/reports/MONTH/2026-04.docx").status())
                        .as(reader)
                        .isEqualTo(200);
            }
            for (String other : List.of("tanggou-1", "erba", "fire", "hotline", "company-5")) {
                for (String path :
                        List.of("/api/reports", "/api/reports/MONTH/2026-04.docx", "/api/reports/MONTH/2026-04.xlsx")) {
                    assertThat(as(other).get(path).status()).as(other + path).isEqualTo(403);
                }
            }
            for (String other : List.of("district", "tanggou-lead", "fire-lead", "company-5")) {
                assertThat(as(other)
                                .post("/api/reports", "{\"kind\":\"MONTH\",\"period\":\"2026-03\"}")
                                .status())
                        .as(other)
                        .isEqualTo(403);
            }
            assertThat(as("tanggou-lead").post("/api/reports/preview", APRIL).status())
                    .isEqualTo(403);
            assertThat(as("tanggou-1").get("/api/reports").json().path("detail").asText())
                    .contains("供区办公室、镇街和部门的负责人查看");
        }

        /** Who leads what it is addressed to is told, and opens it; a year's summary is addressed to nobody. */
        @Test
        void whomItIsAddressedToIsTold() {
            JsonNode issued = issue("MONTH", "2026-04");
            List<String> told = told(issued);
            assertThat(told)
                    .contains("tanggou-lead", "erba-lead", "fire-lead")
                    .doesNotContain("tanggou", "tanggou-1", "fire", "hotline", "company-5", "district", LEAD)
                    .doesNotHaveDuplicates();
            assertThat(db.queryForMap(
                            "select subject, body from whistle.message where occasion = ? and recipient = 'erba-lead'",
                            issued.path("number").asText()))
                    .containsEntry("subject", "已印发：2026年4月住宅小区物业管理工作情况")
                    .extractingByKey("body")
                    .asString()
                    .contains(
                            "二坝镇：《关于2026年4月住宅小区物业管理工作情况的通报》",
                            issued.path("number").asText(),
                            "“通报和报告”");
            for (String reader : told) {
                assertThat(as(reader).get("/api/reports/MONTH/2026-04.docx").status())
                        .as(reader)
                        .isEqualTo(200);
            }
            as(LEAD).post("/api/reports", APRIL);
            assertThat(told(issued)).as("what is refused tells nobody").isEqualTo(told);
            assertThat(told(issue("YEAR", "2025"))).isEmpty();
        }

        private List<String> told(JsonNode issued) {
            return db.queryForList(
                    "select recipient from whistle.message where event = 'circular.report-issued' and occasion = ?",
                    String.class,
                    issued.path("number").asText());
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                WEEK    | 2026-04 | kind   | MONTH（月度通报）
                month   | 2026-04 | kind   | QUARTER（季度报告）
                MONTH   | 2026-4  | period | “2026-10”
                MONTH   | 2026-13 | period | “2026-10”
                MONTH   | 2026Q1  | period | “2026-10”
                QUARTER | 2026Q5  | period | “2026Q3”
                YEAR    | 0000    | period | “2025”
                YEAR    | 二〇二五 | period | “2025”
                MONTH   | 2026-05 | period | 2026年5月还没有结束，2026年6月1日起才能签发
                QUARTER | 2026Q2  | period | 2026年第二季度还没有结束，2026年7月1日起
                YEAR    | 2026    | period | 2026年还没有结束，2027年1月1日起
                YEAR    | 9999    | period | 9999年还没有结束
                """)
        void whatIsNotRightIsNamed(String kind, String period, String field, String said) {
            String wanted = wanted(kind, period);
            for (Answer refused : List.of(
                    as(LEAD).post("/api/reports", wanted), as("district").post("/api/reports/preview", wanted))) {
                assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
                assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
                assertThat(refused.json().at("/errors/0/message").asText()).contains(said);
            }
            assertThat(db.queryForObject("select count(*) from whistle.report", Long.class))
                    .isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"kind\":\"MONTH\"}", "{\"kind\":\"MONTH\",\"period\":202604}", "[]", ""})
        void halfAQuestion(String body) {
            assertThat(as(LEAD).post("/api/reports", body).status()).isEqualTo(400);
        }

        @ParameterizedTest
        @ValueSource(strings = {"MONTH/2026-02.docx", "WEEK/2026-02.docx", "MONTH/soon.xlsx", "YEAR/2024.xlsx"})
        void whatWasNotIssued(String path) {
            Answer missing = as("tanggou-lead").get("/api/reports/" + path);
            assertThat(missing.status()).as(missing.toString()).isEqualTo(404);
            assertThat(missing.json().path("detail").asText()).contains("没有签发过");
        }

        /** April is over in China while it is not yet elsewhere. */
        @Test
        void aMonthIsOverWhenItIsInChina() {
            desk.itIs("2026-04-30T15:59:59Z");
            assertThat(as(LEAD).post("/api/reports", APRIL).status()).isEqualTo(400);
            desk.itIs("2026-04-30T16:00:00Z");
            assertThat(as(LEAD).post("/api/reports", APRIL).status()).isEqualTo(201);
        }

        private JsonNode issue(String kind, String period) {
            Answer answer = as(LEAD).post("/api/reports", wanted(kind, period));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            return answer.json();
        }

        private static String wanted(String kind, String period) {
            return "{\"kind\":\"%s\",\"period\":\"%s\"}".formatted(kind, period);
        }

        private JsonNode preview(String kind, String period) {
            Answer answer = as("district").post("/api/reports/preview", wanted(kind, period));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            return answer.json();
        }

        private JsonNode read(String user, String path) {
            Answer answer = as(user).get(path);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            return answer.json();
        }

        private byte[] file(String user, String path) throws Exception {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(as(user).request("/api/reports/" + path).GET().build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
            return answer.body();
        }

        private static String text(byte[] docx) throws Exception {
            StringWriter text = new StringWriter();
            for (Object part : WordprocessingMLPackage.load(new ByteArrayInputStream(docx))
                    .getMainDocumentPart()
                    .getContent()) {
                TextUtils.extractText(part, text);
                text.write('\n');
            }
            return text.toString();
        }

        private static int number(JsonNode issued) {
            return Integer.parseInt(issued.path("number").asText().replaceAll(".*〕|号", ""));
        }

        private static long sum(JsonNode rows, String key) {
            return StreamSupport.stream(rows.spliterator(), false)
                    .mapToLong(it -> it.path(key).asLong())
                    .sum();
        }

        private static JsonNode of(JsonNode rows, String code) {
            return StreamSupport.stream(rows.spliterator(), false)
                    .filter(it -> it.path("code").asText().equals(code))
                    .findFirst()
                    .orElseThrow();
        }

        private Http as(String user) {
            return Http.program(port, user);
        }
    }
}
