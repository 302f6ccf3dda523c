package dev.whistle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.whistle.casefile.CaseFacts;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** What is refused of {@code messages.dmn} and of models that use it, and how it is said. */
@OnH2
class MessageTableTest {

    private static final Path FILE = Path.of("processes/shared/messages.dmn");

    @Autowired
    private CaseFacts facts;

    @Autowired
    private MessagesCheck check;

    @Autowired
    private Desk desk;

    @Autowired
    private RepositoryService repository;

    @Test
    void oursIsGood() throws IOException {
        MessageTable table = read(Files.readString(FILE));
        assertThat(table.events())
                .contains(
                        "complaint.limit-told",
                        "complaint.answered",
                        "complaint.assigned",
                        "clock.reminder",
                        "clock.breached",
                        "message.undeliverable",
                        "digest.daily");
        check.run(new DefaultApplicationArguments());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            «查询码»              | «查旬码»      | messages.dmn 第 1 行（complaint.limit-told）：没有“«查旬码»”这一项
            «期限截止日»          | «今日»        | messages.dmn 第 1 行（complaint.limit-told）：没有“«今日»”这一项
            "SMS"</text>          | "FAX"</text>  | messages.dmn 第 1 行（complaint.limit-told）：没有渠道“FAX”，只能填 SMS 或 MAIL
            "告知办理期限"        | ""            | messages.dmn 第 1 行（complaint.limit-told）：事件、名称和正文都不能为空
            "告知办理期限"        | 1 + 1         | messages.dmn 第 1 行“name”列：应为英文双引号中的文字，现为 1 + 1
            "complaint.answered"  | "complaint.limit-told" | messages.dmn 第 2 行（complaint.limit-told）：与前面的行重复
            "digest.daily"        | "digest.dayly" | messages.dmn：缺少事件 digest.daily（MAIL）的行
            "投诉«案件编号»已交由你单位办理" | "" | messages.dmn 第 3 行（complaint.assigned）：邮件必须有标题
            name="subject"        | name="title"  | messages.dmn：各列应为 event、channel、name、subject、text
            """)
    void aMistakeIsNamed(String good, String bad, String said) throws IOException {
        String text = Files.readString(FILE);
        assertThat(text).contains(good);
        String changed =
                text.replaceFirst(java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad));
        assertThatThrownBy(() -> read(changed))
                .isInstanceOf(BadMessagesException.class)
                .hasMessageContaining(said);
    }

    @Test
    void aTextStaysPlainWhateverAFactHolds() {
        MessageText text = new MessageText("e", Channel.SMS, "n", null, "«甲»：$1 \\ «乙»");
        assertThat(text.filled(name -> name.equals("甲") ? "«乙»$0" : "丙").text()).isEqualTo("«乙»$0：$1 \\ 丙");
    }

    @Test
    void aModelThatTellsOfAnUnknownEventIsNotDeployed() {
        assertThat(refused("t-unknown-event.bpmn", model("complaint.limit-tod")))
                .contains("t-unknown-event.bpmn serviceTask_notify：messages.dmn 中没有事件 complaint.limit-tod（SMS）的行");
    }

    @Test
    void aModelThatForgetsTheClockIsNotDeployed() {
        assertThat(refused("t-unknown-event.bpmn", model("complaint.limit-told")))
                .contains("文字提到期限，必须填写“期限”");
    }

    private void deploy(String file, String content) {
        repository.createDeployment().addString(file, content).deploy();
    }

    @Test
    void aDesignersBadTableIsNotDeployed() throws IOException {
        String bad = Files.readString(FILE).replace("«查询码»", "«查旬码»");
        long before = repository.createDeploymentQuery().count();
        assertThat(refused("messages.dmn", bad)).contains("查旬码");
        assertThat(desk.as("admin", () -> refused("messages.dmn", bad))).contains("第 1 行（complaint.limit-told）", "查旬码");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    /** An upgrade brings tables that refer to each other: a text may name a period that comes with it. */
    @Test
    void aTextIsCheckedAgainstWhatIsDeployedWithIt() throws IOException {
        String limits = Files.readString(Path.of("processes/shared/time-limits.dmn"));
        String deployment = repository
                .createDeployment()
                .addString("messages.dmn", Files.readString(FILE).replace("«查询码»", "«派单试行期限截止日»"))
                .addString("time-limits.dmn", limits.replace("\"派单办理期限\"", "\"派单试行期限\""))
                .deploy()
                .getId();
        repository.deleteDeployment(deployment, true);
    }

    private String refused(String file, String content) {
        try {
            deploy(file, content);
            return "";
        } catch (Problem problem) {
            return Texts.text(Locale.CHINA, problem);
        }
    }

    private MessageTable read(String dmn) {
        return MessageTable.of(
                Dmn.readModelFromStream(new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8))), facts);
    }

    private static String model(String event) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="https://whistle.dev/test">
                  <bpmn:process id="t-unknown-event" name="提醒测试" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="startEvent_begin" />
                    <bpmn:sequenceFlow id="flow_1" sourceRef="startEvent_begin" targetRef="serviceTask_notify" />
                    <bpmn:serviceTask id="serviceTask_notify" name="提醒" camunda:delegateExpression="${notify}">
                      <bpmn:extensionElements>
                        <camunda:field name="event" stringValue="EVENT" />
                        <camunda:field name="to" stringValue="complainant" />
                      </bpmn:extensionElements>
                    </bpmn:serviceTask>
                  </bpmn:process>
                </bpmn:definitions>
                """.replace("EVENT", event);
    }
}
