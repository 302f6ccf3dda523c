package dev.whistle.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whistle.testing.Clause;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

class ArchivesTest {

    @Nested
    @OnH2
    class H2 extends OnAnyDatabase {}

    @Nested
    @OnPostgres
    class PostgreSql extends OnAnyDatabase {}

    abstract static class OnAnyDatabase {

        private static final PartyDetails LI = new PartyDetails("complainant", "李<b>四", "13900001111", "湾里花园7栋<i>702室");

        @Autowired
        Archives archives;

        @Autowired
        Attachments attachments;

        @Autowired
        Parties parties;

        @Autowired
        Timeline timeline;

        @Autowired
        JdbcTemplate jdbc;

        @Autowired
        TransactionTemplate transaction;

        @Autowired
        IdentityService identities;

        @Autowired
        ObjectMapper json;

        @AfterEach
        void logOut() {
            identities.clearAuthentication();
        }

        @Test
        @Clause("JJ.A7.3.6")
        void holdsIndexDataAndFilesInOrder() throws IOException {
            String caseNo = caseWithEverything("夜间施工");
            close(caseNo);

            ArchiveContent archive = archives.open(caseNo);
            Map<String, byte[]> entries = entries(archive.bytes());

            assertThat(archive.fileName()).isEqualTo(caseNo + ".zip");
            assertThat(archive.sha256()).isEqualTo(Sha256.of(archive.bytes()));
            assertThat(entries.keySet())
                    .containsExactly("目录.html", "案件.json", "附件/01-现场照片.png", "附件/02-音频_script_.mp3");
            assertThat(entries).containsEntry("附件/01-现场照片.png", SampleFiles.png());
        }

        @Test
        @Clause("JJ.A7.3.6")
        void theIndexTellsTheCase() throws IOException {
            String caseNo = caseWithEverything("夜间施工");
            close(caseNo);

            assertThat(index(caseNo))
                    .contains(caseNo, "夜间施工", "湾里花园南门", "夜里十一点后仍在施工")
                    .contains("投诉人", "13900001111")
                    .contains("15日", "JJ.A7.3.5", "2026年3月17日 24时", "按期")
                    .contains("现场核实", "核实结果：属实", "投诉人：见“二、当事人”", "办结归档")
                    .contains("湾里街道", "现场核实、答复", "2026年3月3日 09:00", "2026年3月6日 13:30", "3天4小时")
                    .contains("现场照片.png", Sha256.of(SampleFiles.png()))
                    .contains("2026年3月10日 16:05");
        }

        @Test
        void theIndexShowsHtmlAsText() throws IOException {
            String caseNo = caseWithEverything("<script>alert('夜间')</script>");
            close(caseNo);

            assertThat(index(caseNo))
                    .doesNotContain("<script", "<b>", "<i>")
                    .contains("&lt;script&gt;alert(&#39;夜间&#39;)&lt;/script&gt;", "李&lt;b&gt;四", "音频&lt;script&gt;.mp3")
                    .contains("href=\"%E9%99%84%E4%BB%B6/02-%E9%9F%B3%E9%A2%91_script_.mp3\"");
        }

        @Test
        void theDataFileSaysTheSame() throws IOException {
            String caseNo = caseWithEverything("夜间施工");
            close(caseNo);

            JsonNode data = json.readTree(entries(archives.open(caseNo).bytes()).get("案件.json"));

            assertThat(data.at("/case/caseNo").asText()).isEqualTo(caseNo);
            assertThat(data.at("/case/closedAt").asText()).isEqualTo("2026-03-10T08:05:00Z");
            assertThat(data.at("/parties/0/phone").asText()).isEqualTo("13900001111");
            assertThat(data.at("/clocks/0/state").asText()).isEqualTo("MET");
            assertThat(data.at("/holdings/0/unit").asText()).isEqualTo("street-wanli");
            assertThat(data.at("/holdings/0/since").asText()).isEqualTo("2026-03-03T01:00:00Z");
            assertThat(data.at("/timeline").size()).isEqualTo(4);
            assertThat(data.at("/attachments/0/path").asText()).isEqualTo("附件/01-现场照片.png");
            assertThat(data.at("/attachments/0/sha256").asText()).isEqualTo(Sha256.of(SampleFiles.png()));
        }

        @Test
        void isMadeOnce() {
            String caseNo = caseWithEverything("夜间施工");
            close(caseNo);
            ArchiveContent first = archives.open(caseNo);

            transaction.executeWithoutResult(status -> archives.make(caseNo));

            assertThat(archives.open(caseNo)).usingRecursiveComparison().isEqualTo(first);
        }

        @Test
        void isTheSameWheneverItIsMade() {
            String caseNo = caseWithEverything("夜间施工");
            close(caseNo);
            String first = checksum(caseNo);
            jdbc.update("delete from whistle.archive where case_no = ?", caseNo);

            transaction.executeWithoutResult(status -> archives.make(caseNo));

            assertThat(checksum(caseNo)).isEqualTo(first);
        }

        @Test
        void entriesCarryTheTimeTheCaseWasClosed() throws IOException {
            String caseNo = caseWithEverything("夜间施工");
            close(caseNo);

            try (ZipInputStream zip = new ZipInputStream(
                    new ByteArrayInputStream(archives.open(caseNo).bytes()))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.parse("2026-03-10T16:05:00"));
                }
            }
        }

        @Test
        void readingItStandsOnTheTimeline() {
            String caseNo = caseWithEverything("夜间施工");
            close(caseNo);
            identities.setAuthentication("district", List.of("district-office.officer"));

            archives.open(caseNo);

            assertThat(timeline.of(caseNo)).last().satisfies(line -> {
                assertThat(line.kind()).isEqualTo(EventKind.READ);
                assertThat(line.name()).isEqualTo("查看归档材料");
                assertThat(line.actor()).isEqualTo("district");
            });
        }

        @Test
        void anEmptyCaseHasOneToo() throws IOException {
            String caseNo = CaseRows.open(jdbc);
            transaction.executeWithoutResult(status -> {
                CaseRows.close(jdbc, caseNo);
                archives.make(caseNo);
            });

            assertThat(index(caseNo)).contains("<h2>六、附件材料</h2>\n<p>无</p>");
        }

        @Test
        void anOpenCaseHasNone() {
            String caseNo = CaseRows.open(jdbc);

            assertThatExceptionOfType(NotOnFileException.class)
                    .isThrownBy(() -> archives.open(caseNo))
                    .satisfies(refusal -> assertThat(refusal.what()).isEqualTo(NotOnFileException.What.ARCHIVE));
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> transaction.executeWithoutResult(status -> archives.make(caseNo)));
            assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> archives.make(caseNo));
        }

        private String caseWithEverything(String title) {
            String caseNo = CaseRows.open(jdbc, title);
            String party = parties.add(caseNo, LI);
            attachments.add(caseNo, "现场照片.png", SampleFiles.png());
            attachments.add(caseNo, "音频<script>.mp3", SampleFiles.mp3());
            armClock(caseNo);
            hold(caseNo, "现场核实", "2026-03-03T09:00:00+08:00", "2026-03-05T10:00:00+08:00");
            hold(caseNo, "答复", "2026-03-05T10:00:00+08:00", "2026-03-06T13:30:00+08:00");
            transaction.executeWithoutResult(status -> timeline.record(
                    caseNo,
                    EventKind.TASK,
                    "userTask_investigate",
                    "现场核实",
                    "JJ.A7.3.5",
                    List.of(Entry.of("result", "核实结果", "属实"), new Entry("complainant", "投诉人", null, party))));
            return caseNo;
        }

        private void close(String caseNo) {
            transaction.executeWithoutResult(status -> {
                CaseRows.close(jdbc, caseNo);
                timeline.record(caseNo, EventKind.STEP, "办结归档");
                archives.make(caseNo);
            });
        }

        private void armClock(String caseNo) {
            jdbc.update(
                    """
                    insert into whistle.case_clock (id, case_no, kind, name, clause, table_version, effect, anchor_at, budget,
                        unit, due_at, provisional, state, ended_at)
                    values (?, ?, 'complaint.answer', '投诉答复期限', 'JJ.A7.3.5', 1, 'STATUTORY', ?, 15, 'DAY', ?, false, 'MET', ?)""",
                    UUID.randomUUID().toString(),
                    caseNo,
                    OffsetDateTime.parse("2026-03-02T09:30:00+08:00"),
                    OffsetDateTime.parse("2026-03-18T00:00:00+08:00"),
                    OffsetDateTime.parse("2026-03-10T15:00:00+08:00"));
        }

        private void hold(String caseNo, String task, String since, String until) {
            jdbc.update(
                    """
                    insert into whistle.case_hold (case_no, unit, task, element, name, since, until)
                    values (?, 'street-wanli', ?, 'userTask_x', ?, ?, ?)""",
                    caseNo,
                    UUID.randomUUID().toString(),
                    task,
                    OffsetDateTime.parse(since),
                    OffsetDateTime.parse(until));
        }

        private String checksum(String caseNo) {
            return String.valueOf(
                    jdbc.queryForObject("select sha256 from whistle.archive where case_no = ?", String.class, caseNo));
        }

        private String index(String caseNo) throws IOException {
            return new String(entries(archives.open(caseNo).bytes()).get("目录.html"), StandardCharsets.UTF_8);
        }

        private static Map<String, byte[]> entries(byte[] archive) throws IOException {
            Map<String, byte[]> entries = new LinkedHashMap<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    entries.put(entry.getName(), zip.readAllBytes());
                }
            }
            return entries;
        }
    }
}
