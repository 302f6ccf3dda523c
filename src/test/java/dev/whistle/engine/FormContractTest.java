package dev.whistle.engine;

import static dev.whistle.engine.EngineDoor.typed;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Cases;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Http.Answer;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.TableCounts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The form is a contract, whoever hands it in: what it does not ask for or allow is refused and changes nothing. */
class FormContractTest {

    private static final String RECEIVED = "2026-09-10T09:40:00+08:00";

    @Nested
    @OnH2
    class ByPrograms extends Contract {
        @Override
        EngineDoor doorOf(String user) {
            return EngineDoor.rest(port, user);
        }
    }

    @Nested
    @OnH2
    class InTasklist extends Contract {
        @Override
        EngineDoor doorOf(String user) {
            return EngineDoor.webapp(port, user);
        }
    }

    abstract static class Contract {

        @Autowired
        Desk desk;

        @Autowired
        Cases cases;

        @Autowired
        HistoryService history;

        @Autowired
        JdbcTemplate db;

        @LocalServerPort
        int port;

        abstract EngineDoor doorOf(String user);

        /** What is wrong with a start form, and what the officer reads about it. */
        @TestFactory
        Stream<DynamicTest> aStartFormThatIsNotRight() {
            EngineDoor door = doorOf("wanli-1");
            return Stream.of(
                            wrong("a required field is missing", it -> it.remove("matter"), "投诉事由必须填写"),
                            wrong("a required field is null", it -> it.put("matter", null), "投诉事由必须填写"),
                            wrong("a required field is blank", it -> it.put("matter", "  "), "投诉事由必须填写"),
                            wrong("too long", it -> it.put("matter", "字".repeat(101)), "投诉事由不能超过 100 个字"),
                            wrong("no phone", it -> it.put("callerPhone", "12345"), "联系电话格式不正确"),
                            wrong("not in the form's list", it -> it.put("channel", "fax"), "受理渠道不在可选范围之内"),
                            wrong("a list's label for its value", it -> it.put("channel", "来电"), "受理渠道不在可选范围之内"),
                            wrong(
                                    "not in the register",
                                    it -> {
                                        it.put("compound", "compound-nowhere");
                                        it.remove("place");
                                    },
                                    "小区不在可选范围之内"),
                            wrong(
                                    "in the future",
                                    it -> it.put("receivedAt", "2999-01-01T00:00:00+08:00"),
                                    "收到时间不能晚于现在"),
                            wrong("no time", it -> it.put("receivedAt", "昨天上午"), "收到时间不是有效的日期或时间"),
                            wrong("a field the form has not", it -> it.put("caseNo", "TS-2026-1"), "表单中没有“caseNo”"),
                            wrong("a hidden field", it -> it.put("spotAnswer", "已答复"), "当场答复内容不应填写"),
                            wrong("another hidden field", it -> it.put("externalNo", "12345-1"), "来件编号不应填写"),
                            wrong("a number for text", it -> it.put("matter", 5), "投诉事由的内容类型不对"),
                            wrong("yes for text", it -> it.put("matter", true), "投诉事由的内容类型不对"),
                            wrong("NUL", it -> it.put("matter", "消防\u0000通道"), "投诉事由含有无法识别的字符"),
                            wrong(
                                    "an object",
                                    it -> it.put(
                                            "matter",
                                            typed(
                                                    "Object",
                                                    "{}",
                                                    Map.of(
                                                            "objectTypeName",
                                                            "java.util.HashMap",
                                                            "serializationDataFormat",
                                                            "application/json"))),
                                    "类型不对"),
                            wrong("JSON", it -> it.put("matter", typed("Json", "{}", Map.of())), "类型不对"),
                            wrong("bytes", it -> it.put("matter", typed("Bytes", "aGk=", Map.of())), "类型不对"),
                            wrong(
                                    "a file",
                                    it -> it.put(
                                            "matter",
                                            typed(
                                                    "File",
                                                    "aGk=",
                                                    Map.of("filename", "a.txt", "mimetype", "text/plain"))),
                                    "类型不对"),
                            wrong(
                                    "a type nobody knows",
                                    it -> it.put("matter", typed("Whistle", "x", Map.of())),
                                    "类型不对"),
                            wrong("a list for text", it -> it.put("matter", List.of("a", "b")), "类型不对"))
                    .map(wrong -> DynamicTest.dynamicTest(wrong.what(), () -> {
                        refused(400, wrong.message(), () -> door.startForm(wrong.form()));
                        refused(400, wrong.message(), () -> door.start(wrong.form(), Map.of()));
                    }));
        }

        @Test
        void allThatIsWrongIsToldAtOnce() {
            Map<String, Object> form = form();
            form.remove("matter");
            form.put("callerPhone", "1");
            refused(400, "联系电话格式不正确；投诉事由必须填写", () -> doorOf("wanli-1").startForm(form));
        }

        @Test
        void theSystemNumbersCasesAndNoStepIsSkipped() {
            EngineDoor door = doorOf("wanli-1");
            refused(400, "案件编号由系统编定", () -> door.start(form(), Map.of("businessKey", "TS-2026-000001")));
            refused(
                    403,
                    "流程只能从头开始",
                    () -> door.start(
                            form(),
                            Map.of(
                                    "startInstructions",
                                    List.of(Map.of("type", "startBeforeActivity", "activityId", Tasks.ANSWER)))));
        }

        @Test
        void aHiddenFieldIsNotRequired() {
            Map<String, Object> form = form();
            form.put("compound", aCompound());
            form.remove("place");

            CaseFile file = started(doorOf("wanli-1").startForm(form));

            assertThat(file.compound()).isEqualTo(aCompound());
        }

        @Test
        void htmlIsText() {
            Map<String, Object> form = form();
            form.put("matter", "<script>alert('1')</script>");
            form.put("details", "<img src=x onerror=alert(1)>&amp;");

            CaseFile file = started(doorOf("wanli-1").startForm(form));

            assertThat(file.title()).isEqualTo("<script>alert('1')</script>");
            assertThat(file.details()).isEqualTo("<img src=x onerror=alert(1)>&amp;");
        }

        /** What a page shows and does not ask comes back with the form; what is on file stays. */
        @Test
        void aReadOnlyFieldKeepsWhatIsOnFile() {
            String caseNo = desk.starts("wanli-1", "complaint", call(RECEIVED));
            Map<String, Object> form = signed("dept-fire");
            form.put("matterShown", "已经解决");
            form.put("caseNoShown", "TS-2026-000001");

            Answer answer = doorOf("wanli").taskForm(signFor(caseNo), form);

            assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
            assertThat(cases.get(caseNo).title()).isEqualTo("消防通道被堵");
            assertThat(desk.taskOf(caseNo, Tasks.INVESTIGATE)).isNotNull();
        }

        @Test
        void aTaskFormThatIsNotRight() {
            String task = signFor(desk.starts("wanli-1", "complaint", call(RECEIVED)));
            EngineDoor door = doorOf("wanli");
            for (Map<String, Object> form : List.<Map<String, Object>>of(
                    Map.of(),
                    Map.of("handlingUnit", "dept-of-magic"),
                    Map.of("handlingUnit", "district-office"),
                    Map.of("handlingUnit", "dept-fire", "opinion", "字".repeat(501)),
                    Map.of("handlingUnit", "dept-fire", "firstContact", "answered"))) {
                refused(400, "", () -> door.taskForm(task, form));
                refused(400, "", () -> door.complete(task, form));
            }
        }

        @Test
        void aTaskNobodyKnows() {
            refused(409, "任务不存在或已被办理", () -> doorOf("wanli").taskForm("no-such-task", signed("dept-fire")));
            refused(409, "任务不存在或已被办理", () -> doorOf("wanli").complete("no-such-task", signed("dept-fire")));
        }

        @Test
        void aTaskThatIsDone() {
            String caseNo = desk.starts("wanli-1", "complaint", call(RECEIVED));
            String task = signFor(caseNo);
            desk.does("wanli", caseNo, Tasks.SIGN_FOR, signed("dept-fire"));

            refused(409, "任务不存在或已被办理", () -> doorOf("wanli").taskForm(task, signed("dept-fire")));
            refused(409, "任务不存在或已被办理", () -> doorOf("wanli").complete(task, signed("dept-fire")));
        }

        @Test
        void anotherUnitsTask() {
            String task = signFor(desk.starts("wanli-1", "complaint", call(RECEIVED)));
            for (String stranger : List.of("guandou", "fire", "company-1", "district")) {
                EngineDoor door = doorOf(stranger);
                refused(403, "没有权限", () -> door.taskForm(task, signed("dept-fire")));
                refused(403, "没有权限", () -> door.complete(task, Map.of()));
            }
        }

        @Test
        void whatIsNoJson() {
            EngineDoor door = doorOf("wanli-1");
            for (String body : List.of("{", "[]", "{\"variables\": 5}", "{\"variables\": {\"matter\": \"text\"}}")) {
                refused(
                        400,
                        "",
                        () -> door.http().post(door.root() + "/process-definition/key/complaint/submit-form", body));
            }
        }

        @Test
        void aStartFormIsServedWithWhatMayBeChosen() {
            JsonNode form = doorOf("wanli-1")
                    .get("/process-definition/key/complaint/deployed-start-form")
                    .json();

            assertThat(field(form, "compound").path("values"))
                    .hasSize(db.queryForObject("select count(*) from whistle.compound", Integer.class))
                    .extracting(it -> it.path("value").asText())
                    .contains(aCompound());
            assertThat(field(form, "compound")
                            .path("values")
                            .get(0)
                            .path("label")
                            .asText())
                    .containsPattern("\\p{IsHan}");
            assertThat(field(form, "receivedAt").path("defaultValue").asText()).endsWith("+08:00");
        }

        @Test
        void aTaskFormIsServedWithTheCase() {
            String caseNo = desk.starts("wanli-1", "complaint", call(RECEIVED));
            String path = "/task/" + signFor(caseNo) + "/deployed-form";

            JsonNode form = doorOf("wanli").get(path).json();

            assertThat(field(form, "caseNoShown").path("defaultValue").asText()).isEqualTo(caseNo);
            assertThat(field(form, "matterShown").path("defaultValue").asText()).isEqualTo("消防通道被堵");
            assertThat(field(form, "placeShown").path("defaultValue").asText()).isEqualTo("湾里街道滨江路老菜场东侧");
            assertThat(field(form, "handlingUnit").path("values"))
                    .extracting(it -> it.path("value").asText())
                    .contains("dept-fire", "company-1")
                    .doesNotContain("district-office");
            assertThat(doorOf("guandou").get(path).status()).isEqualTo(403);
        }

        private record Wrong(String what, Map<String, Object> form, String message) {}

        private static Wrong wrong(String what, Consumer<Map<String, Object>> change, String message) {
            Map<String, Object> form = form();
            change.accept(form);
            return new Wrong(what, form, message);
        }

        private static Map<String, Object> form() {
            return new TreeMap<>(call(RECEIVED));
        }

        private void refused(int status, String message, java.util.function.Supplier<Answer> act) {
            Map<String, Long> before = TableCounts.of(db);

            Answer answer = act.get();

            assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
            assertThat(answer.json().path("message").asText())
                    .as(answer.toString())
                    .contains(message)
                    .containsPattern("\\p{IsHan}")
                    .doesNotContain("Cannot ");
            assertThat(TableCounts.of(db)).isEqualTo(before);
        }

        private CaseFile started(Answer answer) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            return cases.get(history.createHistoricProcessInstanceQuery()
                    .processInstanceId(answer.json().path("id").asText())
                    .singleResult()
                    .getBusinessKey());
        }

        private String signFor(String caseNo) {
            return desk.taskOf(caseNo, Tasks.SIGN_FOR).getId();
        }

        private String aCompound() {
            return db.queryForObject("select min(id) from whistle.compound", String.class);
        }

        private static JsonNode field(JsonNode form, String key) {
            return fields(form)
                    .filter(it -> it.path("key").asText().equals(key))
                    .findFirst()
                    .orElseThrow();
        }

        private static Stream<JsonNode> fields(JsonNode parent) {
            Function<JsonNode, Stream<JsonNode>> below = it -> Stream.concat(Stream.of(it), fields(it));
            return StreamSupport.stream(parent.path("components").spliterator(), false)
                    .flatMap(below);
        }
    }
}
