package dev.whistle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.whistle.casefile.Attachments;
import dev.whistle.casefile.CaseFacts;
import dev.whistle.casefile.Cases;
import dev.whistle.handover.DrawnSignature;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Responsibility;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.procedure.compoundhandover.CompoundHandoverProcess;
import dev.whistle.procedure.compoundhandover.HandoverDesk;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.OnPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** P05: what a company hands over, item by item, signed by giver, taker and witness; who may record and read it. */
class HandoverListTest {

    @Nested
    @OnH2
    class OnH2Database extends Story {}

    @Nested
    @OnPostgres
    class OnPostgresDatabase extends Story {}

    abstract static class Story {

        /** In 湾里街道, run by company-5. */
        private static final String COMMERCIAL = "compound-05";

        /** There too, run by company-1. */
        private static final String RESETTLEMENT = "compound-30";

        private static final String LAST_DAY = "2026-10-31";
        private static final ObjectMapper JSON = new ObjectMapper();
        private static final List<String> ITEMS = List.of(
                "premises",
                "archives",
                "accounts",
                "common-property",
                "advance-fees",
                "shared-income",
                "equipment",
                "keys");

        @Autowired
        Desk desk;

        @Autowired
        HandoverDesk handover;

        @Autowired
        Responsibilities responsibilities;

        @Autowired
        JdbcTemplate db;

        @Autowired
        Cases cases;

        @Autowired
        CaseFacts facts;

        @Autowired
        Attachments attachments;

        @Autowired
        RepositoryService repository;

        @Autowired
        RuntimeService runtime;

        @LocalServerPort
        int port;

        private final Map<String, List<Responsibility>> before = new HashMap<>();
        private String caseNo = "";

        @BeforeEach
        void aCompanyLeaves() {
            desk.itIs("2026-09-16T02:00:00Z");
            List.of(COMMERCIAL, RESETTLEMENT).forEach(it -> before.put(it, responsibilities.history(it)));
            caseNo = handover.leaves(COMMERCIAL, "application", LAST_DAY);
        }

        @AfterEach
        void backToTheRealTime() {
            before.forEach(handover::restores);
            desk.itIsNow();
        }

        /** All items of a commercial compound are handed over; then, and not before, the handover is complete. */
        @Test
        @Clause({"QA.company-duties", "JJ.A4.2.2", "AS.4"})
        void itemByItemUntilItIsComplete() {
            assertThat(list("wanli").path("items").findValuesAsText("item")).containsExactlyElementsOf(ITEMS);
            assertThat(list("wanli").path("giver").asText()).isNotEmpty();
            assertThat(texts(list("wanli").path("witnesses"))).containsExactly("桂汀社区", "湾里街道");
            for (String item : ITEMS.subList(0, 7)) {
                records("wanli", item, item.equals("equipment") ? none() : whole(item));
            }
            assertThat(list("wanli").path("settled").asInt()).isEqualTo(7);
            assertRefused("complete", "handover.incomplete", 1, "“钥匙和门禁”（没有登记）");
            records("wanli-1", "keys", whole("keys").put("state", "partial").put("reason", "缺3号门岗钥匙"));
            assertRefused("complete", "handover.incomplete", 1, "“钥匙和门禁”（部分交清）");
            records("wanli-1", "keys", whole("keys").put("seen", 1).put("correction", "次日补交"));

            JsonNode keys = item("keys");
            assertThat(keys.path("current").path("number").asInt()).isEqualTo(2);
            assertThat(keys.path("earlier").get(0).path("said").asText()).isEqualTo("12把（张），大门和设备间；部分交清（缺3号门岗钥匙）");
            handsIn("complete");

            assertThat(runtime.getVariables(instance()))
                    .containsEntry("handoverRefused", "no")
                    .containsEntry("propertyWithheld", "no");
            assertThat(fact("移交清单"))
                    .startsWith("1．物业服务用房：2处，3幢架空层；交清\n2．物业管理档案：竣工图1套；交清\n")
                    .contains("5．预收物业费：1234.50元，截至8月31日；交清", "7．设备和工具：不适用（自带工具）");
            assertThat(fact("移交人")).isEqualTo("钟离朔（移交单位）");
            assertThat(fact("接收人")).isEqualTo("公西敏（业主委员会）");
            assertThat(fact("见证人")).isEqualTo("孔冰（桂汀社区）");
            assertThat(facts.named("未移交项目").orElseThrow().of(cases.get(caseNo))).isEmpty();
        }

        /** Refused: what nobody handed over is told, and whether any of it is the owners' property. */
        @Test
        @Clause({"QA.company-duties", "JJ.A8.3.2"})
        void whatIsRefusedIsTold() {
            for (String item : ITEMS) {
                if (!item.equals("accounts") && !item.equals("keys")) {
                    records("wanli", item, whole(item));
                }
            }
            records("wanli", "keys", refused());
            assertThat(item("keys").path("current").path("signers").findValuesAsText("side"))
                    .containsExactly("taker", "witness");
            handsIn("refused");

            assertThat(runtime.getVariables(instance()))
                    .containsEntry("handoverRefused", "yes")
                    .containsEntry("propertyWithheld", "no");
            assertThat(fact("未移交项目")).isEqualTo("财务资料：没有移交\n钥匙和门禁：拒绝移交（负责人当场离开）");
        }

        @Test
        @Clause("QA.company-duties")
        void whereSharedPropertyIsHeldBackThatIsSaid() {
            records("wanli", "premises", refused());
            handsIn("refused");

            assertThat(runtime.getVariable(instance(), "propertyWithheld")).isEqualTo("yes");
        }

        @Test
        void whoHandedOverEverythingRefusedNothing() {
            ITEMS.forEach(it -> records("wanli", it, whole(it)));
            assertRefused("refused", "handover.nothing-refused");
        }

        /** Resettlement compounds have one item more, and an item that a designer adds is asked for at once. */
        @Test
        @Clause("JJ.A11.2.1")
        void byClassAndAsTheTableSays() throws IOException {
            String resettlement = handover.leaves(RESETTLEMENT, "application", LAST_DAY);
            assertThat(list("wanli", resettlement).path("items").findValuesAsText("item"))
                    .startsWith("premises")
                    .endsWith("subsidy-balance")
                    .hasSize(9);

            String table = Files.readString(Path.of("processes/compound-handover/handover-items.dmn"));
            String another = table.replaceAll("(?s).*(<rule id=\"rule_keys\">.*?</rule>).*", "$1")
                    .replace("rule_keys", "rule_seals")
                    .replace("\"keys\"", "\"seals\"")
                    .replace("钥匙和门禁", "印章");
            String added = deploys(table.replace("</decisionTable>", another + "</decisionTable>"));
            try {
                assertThat(item("seals").path("name").asText()).isEqualTo("印章");
                records("wanli", "seals", whole("keys"));
            } finally {
                repository.deleteDeployment(added, true);
            }
            assertThat(item("seals").path("current").path("said").asText()).contains("交清");

            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> deploys(table.replace("\"resettlement\"", "\"villas\"")))
                    .satisfies(it -> assertThat(it.errors())
                            .containsExactly(new FieldError(
                                    "handover-items.dmn rule_subsidyBalance",
                                    "handover.table-class",
                                    "villas",
                                    "commercial、old、resettlement")));
        }

        private String deploys(String table) {
            return repository
                    .createDeployment()
                    .addString("handover-items.dmn", table)
                    .deploy()
                    .getId();
        }

        /** One person signs for one side, however the name is typed, in an item and in the whole list. */
        @Test
        @Clause({"JJ.A4.2.2", "AS.4"})
        void nobodySignsForTwoSides() {
            assertThat(wrong(
                            whole("premises"),
                            "premises",
                            it -> it.withObject("/witness").put("name", "钟离 朔")))
                    .containsOnlyKeys("witness.name");
            assertThat(wrong(
                            whole("premises"),
                            "premises",
                            it -> it.withObject("/taker").put("name", "钟离　朔·")))
                    .containsOnlyKeys("taker.name");
            records("wanli", "premises", whole("premises"));
            assertThat(wrong(whole("keys"), "keys", it -> {
                        it.withObject("/taker").put("name", "东方闻");
                        it.withObject("/witness").put("name", "公西 敏");
                    }))
                    .hasEntrySatisfying(
                            "witness.name",
                            it -> assertThat(it)
                                    .contains("物业服务用房", "接收人", "见证人")
                                    .doesNotContain("公西"));
            records(
                    "wanli",
                    "keys",
                    with(whole("keys"), it -> it.withObject("/witness").put("name", "公西敏（社区）")));
            // put right, the item's own signers do not stand in the way
            records("wanli", "keys", with(whole("keys"), it -> {
                it.put("seen", 1).put("correction", "见证人登记有误");
                it.withObject("/witness").put("name", "孔冰");
            }));
        }

        @Test
        void everyFieldThatIsWrongIsNamed() {
            assertThat(wrong(JSON.createObjectNode(), "premises", it -> {})).containsOnlyKeys("state", "signedOn");
            assertThat(wrong(
                            JSON.createObjectNode().put("state", "complete").put("signedOn", "tablet"),
                            "premises",
                            it -> {}))
                    .containsOnlyKeys(
                            "quantity",
                            "giver.name",
                            "giver.actsFor",
                            "giver.signature",
                            "taker.name",
                            "taker.actsFor",
                            "taker.signature",
                            "witness.name",
                            "witness.actsFor",
                            "witness.signature");
            assertThat(wrong(whole("premises"), "premises", it -> it.put("quantity", 0)))
                    .containsOnlyKeys("quantity");
            assertThat(wrong(whole("archives"), "archives", it -> it.put("content", " ")))
                    .containsOnlyKeys("content");
            for (String amount : List.of("-1", "0.001", "100000000000")) {
                assertThat(wrong(whole("advance-fees"), "advance-fees", it -> it.put("amount", new BigDecimal(amount))))
                        .containsOnlyKeys("amount");
            }
            assertThat(wrong(whole("keys"), "keys", it -> it.put("state", "partial")))
                    .containsOnlyKeys("reason");
            assertThat(wrong(whole("keys"), "keys", it -> it.put("content", "长".repeat(1001))))
                    .containsOnlyKeys("content");
            assertThat(wrong(
                            whole("keys"), "keys", it -> it.withObject("/giver").put("name", "王13955312877")))
                    .containsOnlyKeys("giver.name");
            assertThat(wrong(
                            whole("keys"), "keys", it -> it.withObject("/taker").put("actsFor", "移交单位 ")))
                    .containsOnlyKeys("taker.actsFor");
            assertThat(wrong(
                            whole("keys"),
                            "keys",
                            it -> it.withObject("/witness").put("actsFor", "官陡街道办事处")))
                    .containsOnlyKeys("witness.actsFor");
            assertThat(wrong(
                            whole("keys"),
                            "keys",
                            it -> it.put("signedOn", "paper").put("sheet", "none")))
                    .containsOnlyKeys("sheet");
        }

        /** A signature is looked at by its content, and before it is unpacked. */
        @Test
        void aSignatureIsASmallPictureWithSomethingOnIt() {
            for (String bad : List.of(
                    "kein Base64!",
                    "R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=",
                    DrawnSignature.picture(false),
                    DrawnSignature.picture(2001, 10, true),
                    DrawnSignature.picture(true).substring(0, 200),
                    "A".repeat(150_000))) {
                assertThat(wrong(
                                whole("keys"),
                                "keys",
                                it -> it.withObject("/giver").put("signature", bad)))
                        .as(bad.substring(0, Math.min(40, bad.length())))
                        .containsOnlyKeys("giver.signature");
            }
        }

        /** Who signed is sealed, shown masked, and in clear by an act that the timeline tells. */
        @Test
        void namesAreSealedAndRevealedByAnAct() {
            records("wanli", "premises", whole("premises"));

            assertThat(db.queryForList("select * from whistle.handover_signer").toString())
                    .doesNotContain("钟离朔", "公西敏", DrawnSignature.picture(true));
            assertThat(db.queryForList("select name, entered from whistle.case_event where case_no = ?", caseNo)
                            .toString())
                    .contains("登记移交：物业服务用房")
                    .doesNotContain("钟离", "公西");
            JsonNode entry = item("premises").path("current");
            assertThat(entry.path("signers").get(0).path("name").asText()).isEqualTo("钟离*");
            String reveal = path(caseNo) + "/entries/" + entry.path("id").asText() + "/reveal";
            Answer revealed = as("wanli").post(reveal, "");
            assertThat(revealed.json().get(0).path("name").asText()).isEqualTo("钟离朔");
            assertThat(revealed.json().get(0).path("signature").asText()).isEqualTo(DrawnSignature.picture(true));
            assertThat(db.queryForList(
                            "select actor from whistle.case_event where case_no = ? and kind = 'REVEALED'",
                            String.class,
                            caseNo))
                    .containsExactly("wanli");
            assertThat(as("company-5").post(reveal, "").status()).isEqualTo(403);
            assertThat(as("guandou").post(reveal, "").status()).isEqualTo(404);
        }

        @Test
        void onPaperTheSheetIsPhotographed() {
            String sheet = desk.as(
                    "wanli",
                    () -> attachments
                            .add(caseNo, "移交清单.pdf", "%PDF-1.4\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII))
                            .id());
            records(
                    "wanli",
                    "keys",
                    with(whole("keys"), it -> it.put("signedOn", "paper").put("sheet", sheet)));

            JsonNode entry = item("keys").path("current");
            assertThat(entry.path("sheetName").asText()).isEqualTo("移交清单.pdf");
            assertThat(entry.path("signers").get(0).path("drawn").asBoolean()).isFalse();
        }

        /** The street and the community record; the district and the company read; nobody else knows of it. */
        @Test
        @Clause({"JJ.A4.2.2", "AS.4"})
        void whoRecordsAndWhoReads() {
            for (String reader : List.of("district", "company-5")) {
                assertThat(list(reader).path("mayRecord").asBoolean()).isFalse();
                assertThat(post(reader, caseNo, "keys", whole("keys"), key()).status())
                        .as(reader)
                        .isEqualTo(403);
            }
            assertThat(as("guandou").get(path(caseNo)).status()).isEqualTo(404);
            assertThat(post("guandou", caseNo, "keys", whole("keys"), key()).status())
                    .isEqualTo(404);
            assertThat(list("wanli-1").path("mayRecord").asBoolean()).isTrue();
            assertThat(post("wanli", caseNo, "nothing", whole("keys"), key()).status())
                    .isEqualTo(404);
        }

        @Test
        void afterTheCaseIsClosedNothing() {
            ITEMS.forEach(it -> records("wanli", it, whole(it)));
            handsIn("complete");
            handover.tell(caseNo, CompoundHandoverProcess.ORDER_WITHDRAWN);

            assertThat(list("wanli").path("mayRecord").asBoolean()).isFalse();
            Answer late =
                    post("wanli", caseNo, "keys", whole("keys").put("seen", 1).put("correction", "迟"), key());
            assertThat(late.status()).isEqualTo(409);
            assertThat(late.json().path("detail").asText()).contains("已经办结");
            assertThat(list("wanli").path("items")).hasSize(8);
        }

        /** The same post twice is one entry; another tablet's is a conflict, and neither is lost. */
        @Test
        void twiceTheSameAndTwoTabletsAtOnce() throws Exception {
            String key = key();
            assertThat(post("wanli", caseNo, "keys", whole("keys"), key).status())
                    .isEqualTo(200);
            assertThat(post("wanli", caseNo, "keys", whole("keys"), key).status())
                    .isEqualTo(200);
            assertThat(count()).isEqualTo(1);

            CyclicBarrier ready = new CyclicBarrier(2);
            ExecutorService tablets = Executors.newFixedThreadPool(2);
            try {
                List<Future<Answer>> both = Stream.of("wanli", "wanli-1")
                        .map(who -> tablets.submit(() -> {
                            ready.await();
                            return post(who, caseNo, "premises", whole("premises"), key());
                        }))
                        .toList();
                assertThat(List.of(both.get(0).get().status(), both.get(1).get().status()))
                        .containsExactlyInAnyOrder(200, 409);
            } finally {
                tablets.shutdown();
            }
            assertThat(count()).isEqualTo(2);
            assertThat(post("wanli", caseNo, "keys", whole("keys").put("seen", 1), key())
                            .json()
                            .path("errors")
                            .findValuesAsText("field"))
                    .as("what puts right says why")
                    .containsExactly("correction");
        }

        /** Other cases have none, and say so without a word of it. */
        @Test
        void aCaseOfAnotherProcedureHasNoList() {
            String complaint = desk.starts("wanli-1", "complaint", ComplaintStory.call("2026-09-10T09:40:00+08:00"));
            assertThat(list("wanli-1", complaint).path("items")).isEmpty();
            assertThat(post("wanli-1", complaint, "keys", whole("keys"), key()).status())
                    .isEqualTo(404);
        }

        private ObjectNode whole(String item) {
            ObjectNode body = JSON.createObjectNode().put("state", "complete").put("signedOn", "tablet");
            switch (item) {
                case "premises" -> body.put("quantity", 2).put("content", "3幢架空层");
                case "equipment", "keys" -> body.put("quantity", 12).put("content", "大门和设备间");
                case "advance-fees", "shared-income" ->
                    body.put("amount", new BigDecimal("1234.5")).put("content", "截至8月31日");
                default -> body.put("content", "竣工图1套");
            }
            person(body, "giver", "钟离朔", "移交单位");
            person(body, "taker", "公西敏", "业主委员会");
            person(body, "witness", "孔冰", "桂汀社区");
            return body;
        }

        private ObjectNode none() {
            ObjectNode body = whole("archives").put("state", "not-applicable").put("reason", "自带工具");
            body.remove("content");
            return body;
        }

        private ObjectNode refused() {
            ObjectNode body = whole("archives").put("state", "refused").put("reason", "负责人当场离开");
            body.remove("giver");
            return body;
        }

        private static void person(ObjectNode body, String side, String name, String actsFor) {
            body.putObject(side)
                    .put("name", name)
                    .put("actsFor", actsFor)
                    .put("signature", DrawnSignature.picture(true));
        }

        private static ObjectNode with(ObjectNode body, Consumer<ObjectNode> change) {
            change.accept(body);
            return body;
        }

        private void records(String who, String item, ObjectNode body) {
            Answer answer = post(who, caseNo, item, body, key());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        }

        /** What is refused of it: texts by field. */
        private Map<String, String> wrong(ObjectNode body, String item, Consumer<ObjectNode> change) {
            Answer answer = post("wanli", caseNo, item, with(body, change), key());
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            Map<String, String> wrong = new TreeMap<>();
            answer.json()
                    .path("errors")
                    .forEach(it -> wrong.put(
                            it.path("field").asText(), it.path("message").asText()));
            return wrong;
        }

        private Answer post(String who, String ofCase, String item, ObjectNode body, String key) {
            Http http = as(who);
            try {
                return http.send(http.withoutToken("POST", path(ofCase) + "/" + item, JSON.writeValueAsString(body))
                        .header("Accept-Language", "zh")
                        .header("Idempotency-Key", key));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private void handsIn(String result) {
            Map<String, Object> form = new HashMap<>(Map.of("handoverResult", result));
            if (result.equals("refused")) {
                form.put("refusedWhy", "经催告没有移交");
            }
            desk.does("wanli", caseNo, CompoundHandoverProcess.Tasks.HAND_OVER, form);
        }

        private void assertRefused(String result, String message, Object... arguments) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> handsIn(result))
                    .satisfies(it -> assertThat(it.errors())
                            .containsExactly(new FieldError("handoverResult", message, Arrays.asList(arguments))));
        }

        private JsonNode item(String item) {
            return StreamSupport.stream(list("wanli").path("items").spliterator(), false)
                    .filter(it -> it.path("item").asText().equals(item))
                    .findFirst()
                    .orElseThrow();
        }

        private JsonNode list(String who) {
            return list(who, caseNo);
        }

        private JsonNode list(String who, String ofCase) {
            Answer answer = as(who).get(path(ofCase));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            return answer.json();
        }

        private String fact(String name) {
            return facts.named(name).orElseThrow().of(cases.get(caseNo)).orElse("");
        }

        private String instance() {
            return runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNo)
                    .rootProcessInstances()
                    .singleResult()
                    .getId();
        }

        private int count() {
            return db.queryForObject(
                    "select count(*) from whistle.handover_item where case_no = ?", Integer.class, caseNo);
        }

        private Http as(String user) {
            return Http.program(port, user);
        }

        private static String path(String ofCase) {
            return "/api/cases/" + ofCase + "/handover";
        }

        private static String key() {
            return UUID.randomUUID().toString();
        }

        private static List<String> texts(JsonNode list) {
            return StreamSupport.stream(list.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }
    }
}
