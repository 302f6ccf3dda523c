package dev.whistle.web;

import static dev.whistle.procedure.complaint.ComplaintStory.answeredCall;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.hotline;
import static dev.whistle.procedure.complaint.ComplaintStory.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code /api/search}: what finds a case, who finds it, what is refused. */
class SearchTest {

    private static final AtomicInteger ROUND = new AtomicInteger();

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

        /** Of this round's cases only. */
        private String word = "";

        private String phone = "";

        @BeforeEach
        void ofItsOwn() {
            desk.itIs("2026-09-16T02:00:00Z");
            int round = ROUND.incrementAndGet();
            word = new String(new int[] {0x4E00 + 61 * round, 0x5E00 + 37 * round}, 0, 2);
            phone = "1380553%04d".formatted(round);
        }

        @AfterEach
        void backToTheRealTime() {
            desk.itIsNow();
        }

        @Test
        void byNumberCompoundPhoneAndWords() {
            String caseNo = complaint("wanli-1", "compound-05", word + "堵塞消防通道");

            for (String typed : List.of(
                    caseNo,
                    caseNo.toLowerCase(Locale.ROOT),
                    "  " + caseNo + " ",
                    word,
                    word + "堵塞",
                    word.substring(1) + "堵塞消防通",
                    "消防通道　" + word, // a full-width blank
                    "桂汀兰庭 " + word,
                    phone,
                    "+86 " + phone.substring(0, 3) + " " + phone.substring(3, 7) + " " + phone.substring(7))) {
                assertThat(found("district", typed)).as(typed).containsExactly(caseNo);
            }
            assertThat(onAnyPage("district", caseNo.substring(0, 12))).contains(caseNo);
            assertThat(onAnyPage("district", "桂汀兰庭")).contains(caseNo);
            for (String typed :
                    List.of(word + "消防", "荷塘雅筑 " + word, "堵塞通道" + word, phone.substring(0, 10) + "x", "TS-1999-")) {
                assertThat(found("district", typed)).as(typed).doesNotContain(caseNo);
            }
        }

        @Test
        void whatAResultSays() {
            String caseNo = complaint("wanli-1", "compound-05", word + "渗水");
            JsonNode open = search("district", word).path("cases").get(0);

            assertThat(open.path("caseNo").asText()).isEqualTo(caseNo);
            assertThat(open.path("title").asText()).isEqualTo(word + "渗水");
            assertThat(open.path("compoundName").asText()).isEqualTo("桂汀兰庭");
            assertThat(open.path("unitName").asText()).isEqualTo("桂汀社区");
            assertThat(open.path("state").asText()).isEqualTo("open");
            assertThat(open.path("daysLeft").asLong()).isGreaterThanOrEqualTo(0);
            assertThat(open.toString()).doesNotContain(phone).doesNotContain("欧阳");

            Map<String, Object> form = in("compound-05", answeredCall("2026-09-16T09:40:00+08:00"));
            form.put(Variables.MATTER, word + "停电");
            desk.starts("wanli-1", ComplaintProcess.ID, form);
            JsonNode closed = search("district", word + "停电").path("cases").get(0);
            assertThat(closed.path("state").asText()).isEqualTo("closed");
            assertThat(closed.path("outcomeName").asText()).isEqualTo("当场答复");
            assertThat(closed.path("daysLeft").isNull()).isTrue();
        }

        @Test
        void byTheNumberOfAnotherSystem() {
            Map<String, Object> form = in("compound-05", hotline("2026-09-16T09:40:00+08:00"));
            form.put(Variables.EXTERNAL_NO, "12345-" + phone + "77");
            form.put(Variables.CALLER_PHONE, phone);
            String caseNo = desk.starts("hotline", ComplaintProcess.ID, form);

            assertThat(found("district", "12345-" + phone + "77")).containsExactly(caseNo);
            assertThat(found("district", "12345-" + phone)).isEmpty();
        }

        /** Each finds the cases of its own tree by every way, and nothing of the others'. */
        @Test
        void onlyWhatOneMayRead() {
            String wanli = complaint("wanli-1", "compound-05", word + "堵塞");
            String guandou = complaint("guandou-1", "compound-01", word + "堵塞");

            for (String typed : List.of(word, phone, wanli.substring(0, 11))) {
                assertThat(found("district", typed)).as(typed).contains(wanli, guandou);
                for (String user : List.of("wanli", "wanli-1")) {
                    assertThat(found(user, typed)).as(user).contains(wanli).doesNotContain(guandou);
                }
                assertThat(found("wanli-2", typed)).doesNotContain(wanli, guandou);
                assertThat(found("fire", typed)).doesNotContain(wanli, guandou);
            }
            assertThat(found("company-5", word)).containsExactly(wanli);
            assertThat(found("company-7", word)).containsExactly(guandou);
            for (String user : List.of("guandou", "company-7", "fire")) {
                assertThat(found(user, wanli)).as(user).isEmpty();
                assertThat(as(user).get("/api/cases/" + wanli).status()).isEqualTo(404);
            }
        }

        /** Who complained is told of no company; who looked is on the timeline, and the number nowhere. */
        @Test
        void aSearchByPhoneIsALookAtAPerson() {
            String wanli = complaint("wanli-1", "compound-05", word + "堵塞");
            String guandou = complaint("guandou-1", "compound-01", word + "堵塞");

            assertThat(found("wanli", phone)).containsExactly(wanli);
            assertThat(reveals(wanli)).containsExactly("wanli 按联系电话查到本案");
            assertThat(reveals(guandou)).isEmpty();
            assertThat(as("district").get("/api/cases/" + wanli + "/timeline").body())
                    .doesNotContain(phone);

            Answer refused = as("company-5").post("/api/search", body(phone, null, null));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).contains("按联系电话查找只对公职单位开放").doesNotContain(phone);
            assertThat(reveals(wanli)).hasSize(1);
            assertThat(found("wanli", word)).hasSize(1);
            assertThat(reveals(wanli)).hasSize(1);
        }

        /** Taken along it is a look as any other, and a case that was not found has nothing on its timeline. */
        @Test
        void takenAlong() {
            String wanli = complaint("wanli-1", "compound-05", word + "堵塞");
            String guandou = complaint("guandou-1", "compound-01", word + "堵塞");

            Answer sheet = as("wanli").post("/api/search?format=xlsx", body(phone, null, 1));

            assertThat(sheet.status()).as(sheet.toString()).isEqualTo(200);
            assertThat(sheet.header("Content-Type")).isEqualTo(Sheets.XLSX);
            assertThat(reveals(wanli)).containsExactly("wanli 按联系电话查到并导出本案");
            assertThat(reveals(guandou)).isEmpty();
            assertThat(as("company-5")
                            .post("/api/search?format=xlsx", body(phone, null, null))
                            .status())
                    .isEqualTo(403);
            assertThat(as("company-5")
                            .post("/api/search?format=xlsx", body(word, null, null))
                            .status())
                    .isEqualTo(200);
            assertThat(reveals(wanli)).hasSize(1);
        }

        /** Half of what was found would pass for the whole. */
        @Test
        void whatIsTooMuchIsRefusedRatherThanCut() {
            List<Object[]> cases = IntStream.rangeClosed(1, 1_001)
                    .mapToObj(i -> new Object[] {"LD-2019-%06d".formatted(i), word + "停电", "search-" + word + i})
                    .toList();
            db.batchUpdate("""
                    insert into whistle.case_file
                        (case_no, procedure, title, district, unit, received_at, opened_at, tracking)
                    values (?, 'complaint', ?, 'district-office', 'district-office', timestamp '2019-01-01 00:00:00',
                        timestamp '2019-01-01 00:00:00', substring(?, 1, 16))""", cases);
            db.update("""
                    insert into whistle.case_term (term, opened_at, case_no)
                    select ?, opened_at, case_no from whistle.case_file where case_no like 'LD-2019-%'""", word);
            db.update("""
                    insert into whistle.case_unit (case_no, unit, since, standing)
                    select case_no, unit, opened_at, true from whistle.case_file where case_no like 'LD-2019-%'""");
            try {
                refusedIs(
                        as("district").post("/api/search?format=xlsx", body(word, null, null)), "q", "查到的案件超过 1000 件");
                db.update("delete from whistle.case_term where case_no = 'LD-2019-000001'");
                assertThat(as("district")
                                .post("/api/search?format=xlsx", body(word, null, null))
                                .status())
                        .isEqualTo(200);
            } finally {
                db.update("delete from whistle.case_term where case_no like 'LD-2019-%'");
                db.update("delete from whistle.case_unit where case_no like 'LD-2019-%'");
                db.update("delete from whistle.case_file where case_no like 'LD-2019-%'");
            }
        }

        @Test
        void pageByPageTheNewestFirst() {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                desk.itIs("2026-09-16T02:0%d:00Z".formatted(i));
                all.add(0, complaint("wanli-1", "compound-05", word + "堵塞"));
                complaint("guandou-1", "compound-01", word + "堵塞");
            }
            for (String typed : List.of(word, phone)) {
                List<String> read = new ArrayList<>();
                JsonNode page = page("wanli", typed, null, 2);
                while (true) {
                    page.path("cases").findValuesAsText("caseNo").forEach(read::add);
                    if (page.path("next").isNull()) {
                        break;
                    }
                    assertThat(page.path("next").asText()).doesNotContain("TS-");
                    page = page("wanli", typed, page.path("next").asText(), 2);
                }
                assertThat(read).as(typed).isEqualTo(all);
            }
        }

        /** What is no letter is compared as it stands. */
        @Test
        void wildcardsAndQuotesArePlainCharacters() {
            String percent = complaint("wanli-1", "compound-05", word + "涨价100%不合理");
            String quoted = complaint("wanli-1", "compound-05", word + "'物业_费'\\\"说明\"");

            assertThat(found("district", word + "涨价100%不")).containsExactly(percent);
            assertThat(found("district", word + " 0%")).containsExactly(percent);
            assertThat(found("district", word + "'物业_费'")).containsExactly(quoted);
            assertThat(found("district", word + " \\\"说明\"")).containsExactly(quoted);
            for (String typed : List.of("%", "_", "'", "\\", "!")) {
                assertThat(found("district", word + "涨价" + typed)).as(typed).isEmpty();
                assertThat(found("district", word + typed + "涨价")).as(typed).isEmpty();
            }
            assertThat(found("district", word + "'; drop table whistle.case_file; --"))
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                电            | q | 请至少输入两个连续的汉字、字母或数字
                `  `          | q | 请至少输入两个连续的汉字、字母或数字
                %%            | q | 请至少输入两个连续的汉字、字母或数字
                电 梯         | q | 请至少输入两个连续的汉字、字母或数字
                13805530001   | q | 电话号码不要写在网址里
                """)
        void whatIsNoQuestion(String typed, String field, String said) {
            Answer refused = as("district").get("/api/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));

            refusedIs(refused, field, said);
            assertThat(refused.body()).doesNotContain("13805530001");
        }

        @Test
        void aThousandCharactersAndBrokenPages() {
            refusedIs(as("district").post("/api/search", body("梯".repeat(1000), null, null)), "q", "不要超过 50 个字");
            refusedIs(as("district").post("/api/search", body("电梯\u0000", null, null)), "q", "");
            refusedIs(as("district").post("/api/search", body(null, null, null)), "q", "");
            refusedIs(as("district").post("/api/search", body("电梯", null, 101)), "size", "");
            refusedIs(as("district").post("/api/search", body("电梯", "TS-2026-000001", 5)), "after", "请重新查找");
            refusedIs(as("district").post("/api/search", body("电梯", "x.y", 5)), "after", "请重新查找");
            assertThat(as("district").get("/api/search").status()).isEqualTo(400);
        }

        private static void refusedIs(Answer refused, String field, String said) {
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
            assertThat(refused.json().at("/errors/0/message").asText()).contains(said);
        }

        private String complaint(String user, String compound, String matter) {
            Map<String, Object> form = in(compound, call("2026-09-16T09:40:00+08:00"));
            form.put(Variables.MATTER, matter);
            form.put(Variables.CALLER_PHONE, phone);
            return desk.starts(user, ComplaintProcess.ID, form);
        }

        private List<String> reveals(String caseNo) {
            List<String> lines = new ArrayList<>();
            as("district").get("/api/cases/" + caseNo + "/timeline").json().forEach(line -> {
                if (line.path("kind").asText().equals("REVEALED")) {
                    lines.add(line.path("actor").asText() + " "
                            + line.path("name").asText());
                }
            });
            return lines;
        }

        private List<String> found(String user, String typed) {
            return search(user, typed).path("cases").findValuesAsText("caseNo");
        }

        /** Other tests have cases there too. */
        private List<String> onAnyPage(String user, String typed) {
            List<String> all = new ArrayList<>();
            String after = null;
            do {
                JsonNode page = page(user, typed, after, null);
                all.addAll(page.path("cases").findValuesAsText("caseNo"));
                after = page.path("next").textValue();
            } while (after != null);
            return all;
        }

        private JsonNode search(String user, String typed) {
            return page(user, typed, null, null);
        }

        private JsonNode page(String user, String typed, @Nullable String after, @Nullable Integer size) {
            Answer answer = as(user).post("/api/search", body(typed, after, size));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            return answer.json();
        }

        private static String body(@Nullable String q, @Nullable String after, @Nullable Integer size) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("q", q)
                    .put("after", after)
                    .put("size", size)
                    .toString();
        }

        private Http as(String user) {
            return Http.program(port, user);
        }
    }
}
