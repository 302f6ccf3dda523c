package dev.whistle.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whistle.casefile.Archives;
import dev.whistle.casefile.CaseEvent;
import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFacts;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Entry;
import dev.whistle.casefile.Particular;
import dev.whistle.casefile.Particulars;
import dev.whistle.casefile.Timeline;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a form keeps with the case is there for later forms, letters, programs and the archive. */
class ParticularsTest {

    @Nested
    @OnH2
    class H2 extends OnAnyDatabase {}

    @Nested
    @OnPostgres
    class PostgreSql extends OnAnyDatabase {}

    abstract static class OnAnyDatabase {

        private static final String LONG = "请向区行政执法局反映。".repeat(20);

        @Autowired
        ProcessEngine engine;

        @Autowired
        Desk desk;

        @Autowired
        Particulars particulars;

        @Autowired
        Timeline timeline;

        @Autowired
        Cases cases;

        @Autowired
        CaseFacts facts;

        @Autowired
        Archives archives;

        @Autowired
        JdbcTemplate db;

        @Autowired
        ObjectMapper json;

        @LocalServerPort
        int port;

        private Deployment deployment;

        @BeforeEach
        void deploy() {
            deployment = engine.getRepositoryService()
                    .createDeployment()
                    .addClasspathResource("dev/whistle/engine/particulars.bpmn")
                    .addClasspathResource("dev/whistle/engine/particulars.start.form")
                    .addClasspathResource("dev/whistle/engine/particulars.look.form")
                    .deploy();
            desk.itIs("2026-09-10T02:00:00Z");
        }

        @AfterEach
        void undeploy() {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
            desk.itIsNow();
        }

        @Test
        void areKeptByKeyWithCodeAndWords() {
            String caseNo = started();

            assertThat(particulars.of(caseNo))
                    .containsExactly(
                            new Particular("matterKind", "事项类别", "violation", "违法行为"),
                            new Particular("whereTold", "告知去向", LONG, LONG),
                            new Particular("people", "涉及户数", "12", "12"),
                            new Particular("prominent", "是否突出", "true", "是"),
                            new Particular("orderedOn", "交办日期", "2026-09-09", "2026年9月9日"),
                            new Particular("orderNo", "交办单号", "鸠府办〔2026〕7号", "鸠府办〔2026〕7号"));
        }

        /**
         * A field of a person's data says keep=case here, which no form of ours may: it is kept all the same nowhere.
         */
        @Test
        void neverHoldAPersonsData() {
            String caseNo = started();

            assertThat(particulars.find(caseNo, "callerName")).isEmpty();
            assertThat(db.queryForObject(
                            "select count(*) from whistle.case_particular where shown like '%尉迟%'", Integer.class))
                    .isZero();
        }

        @Test
        void theTimelineTellsThemLikeAnyField() {
            String caseNo = started();

            assertThat(timeline.of(caseNo).stream().flatMap(it -> it.entered().stream()))
                    .contains(Entry.of("matterKind", "事项类别", "违法行为"), Entry.of("orderedOn", "交办日期", "2026年9月9日"));
        }

        @Test
        void whatIsTooLongToBeLookedUpHasNoValueToFindItBy() {
            String caseNo = started();

            assertThat(db.queryForList(
                            "select name from whistle.case_particular where case_no = ? and code is null",
                            String.class,
                            caseNo))
                    .containsExactly("whereTold");
        }

        @Test
        void aLaterFormOverwritesAndEmptiesOnlyWhatItAsksFor() {
            String caseNo = started();
            Map<String, Object> look = new HashMap<>();
            look.put("matterKind", "service"); // hides orderNo
            look.put("orderNo", null);
            look.put("people", 30);
            desk.does("wanli-1", caseNo, "userTask_look", look);

            assertThat(particulars.of(caseNo))
                    .extracting(Particular::name, Particular::value)
                    .containsExactly(
                            tuple("matterKind", "service"),
                            tuple("whereTold", LONG),
                            tuple("people", "30"),
                            tuple("prominent", "true"),
                            tuple("orderedOn", "2026-09-09"));
            assertThat(timeline.of(caseNo).stream()
                            .filter(it -> "serviceTask_openCase".equals(it.element()))
                            .flatMap(it -> it.entered().stream())
                            .map(Entry::key))
                    .as("the history stays")
                    .contains("orderNo");
        }

        /** Nothing is entered but what is taken away: that must reach the case as well. */
        @Test
        void aFormThatOnlyEmptiesIsTakenToo() {
            String caseNo = started();
            desk.does("wanli-1", caseNo, "userTask_look", new HashMap<>());

            assertThat(particulars.of(caseNo))
                    .extracting(Particular::name)
                    .containsExactly("whereTold", "prominent", "orderedOn");
        }

        @Test
        void formsShowThem() throws IOException {
            String caseNo = started();
            JsonNode shown = form(caseNo);

            assertThat(shown.path("matterKindShown").asText()).isEqualTo("违法行为");
            assertThat(shown.path("orderedOnShown").asText()).isEqualTo("2026年9月9日");
            assertThat(shown.path("noneShown").isNull()).isTrue();
            assertThat(shown.path("matterKind").asText()).isEqualTo("violation");
            assertThat(shown.path("people").isNumber()).isTrue();
            assertThat(shown.path("people").intValue()).isEqualTo(12);
            assertThat(shown.path("prominentShown").isBoolean()).isTrue();
            assertThat(shown.path("orderedOnAgain").asText()).isEqualTo("2026-09-09");
        }

        @Test
        void lettersAndMessagesNameThemByLabel() {
            CaseFact fact = facts.named("告知去向").orElseThrow();
            assertThat(fact.personal()).isFalse();
            assertThat(fact.id()).isEqualTo("particular.whereTold");
            assertThat(fact.of(cases.get(started()))).contains(LONG);
            assertThat(facts.named("从未声明的要素")).isEmpty();
        }

        @Test
        void programsReadThem() {
            String caseNo = started();
            JsonNode read =
                    Http.program(port, "wanli-1").get("/api/cases/" + caseNo).json();

            assertThat(read.path("particulars").get(0).toString())
                    .isEqualTo(
                            "{\"name\":\"matterKind\",\"label\":\"事项类别\",\"value\":\"violation\",\"shown\":\"违法行为\"}");
            JsonNode listed =
                    Http.program(port, "wanli-1").get("/api/cases?q=" + caseNo).json();
            assertThat(listed.path("cases").get(0).path("particulars")).hasSize(6);
        }

        @Test
        void theArchiveHasThem() throws IOException {
            String caseNo = started();
            Map<String, Object> look = new HashMap<>();
            look.put("matterKind", "violation");
            look.put("people", 3);
            desk.does("wanli-1", caseNo, "userTask_look", look);

            assertThat(inArchive(caseNo, "目录.html")).contains("<th>涉及户数</th><td>3</td>", "<th>事项类别</th><td>违法行为</td>");
            assertThat(inArchive(caseNo, "案件.json")).contains("\"particulars\"");
        }

        @Test
        void aSecondTransactionThatFailsLeavesThem() {
            String caseNo = started();
            Map<String, Object> look = new HashMap<>();
            look.put("matterKind", "nothing of the kind");
            assertThat(catchThrowable(() -> desk.does("wanli-1", caseNo, "userTask_look", look)))
                    .isNotNull();

            assertThat(particulars.find(caseNo, "matterKind").orElseThrow().value())
                    .isEqualTo("violation");
            assertThat(timeline.of(caseNo)).extracting(CaseEvent::element).doesNotContain("userTask_look");
        }

        private String started() {
            Map<String, Object> form = new HashMap<>();
            form.put("matter", "消防通道被堵");
            form.put("receivedAt", "2026-09-10T09:40:00+08:00");
            form.put("callerName", "尉迟明远");
            form.put("matterKind", "violation");
            form.put("whereTold", LONG);
            form.put("people", 12);
            form.put("prominent", true);
            form.put("orderedOn", "2026-09-09");
            form.put("orderNo", "鸠府办〔2026〕7号");
            String definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("particulars")
                    .latestVersion()
                    .singleResult()
                    .getId();
            engine.getIdentityService()
                    .setAuthentication("admin", List.of("camunda-admin", "community-wanli-1.officer"));
            try {
                return engine.getFormService().submitStartForm(definition, form).getBusinessKey();
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
        }

        private JsonNode form(String caseNo) throws IOException {
            String task = desk.taskOf(caseNo, "userTask_look").getId();
            JsonNode form = json.readTree(
                    desk.as("wanli-1", () -> engine.getFormService().getDeployedTaskForm(task)));
            ObjectNode shown = json.createObjectNode();
            form.path("components").forEach(it -> shown.set(it.path("key").asText(), it.path("defaultValue")));
            return shown;
        }

        private String inArchive(String caseNo, String name) throws IOException {
            try (ZipInputStream zip = new ZipInputStream(
                    new ByteArrayInputStream(archives.open(caseNo).bytes()), StandardCharsets.UTF_8)) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (entry.getName().endsWith(name)) {
                        return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                    }
                }
            }
            throw new AssertionError("the archive has no " + name);
        }
    }
}
