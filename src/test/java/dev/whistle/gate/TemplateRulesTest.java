package dev.whistle.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.engine.Bundle;
import dev.whistle.engine.DeployedBundles;
import dev.whistle.problem.Texts;
import dev.whistle.testing.OnH2;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The rule that every step is made from the palette sees the steps that are not. */
@OnH2
class TemplateRulesTest {

    private static final String FILE = "template-use.bpmn";

    @Autowired
    private DeployedBundles deployed;

    @Autowired
    private Palette palette;

    private static final String FILED = """
            <bpmn:serviceTask id="step" camunda:modelerTemplate="dev.whistle.putOnFile"
                camunda:modelerTemplateVersion="1" camunda:delegateExpression="${putOnFile}">
              <bpmn:extensionElements>
                <camunda:field name="title"><camunda:string>纪要</camunda:string></camunda:field>
                <camunda:field name="text"><camunda:expression>${opinion}</camunda:expression></camunda:field>
                <camunda:field name="on" />
              </bpmn:extensionElements>
            </bpmn:serviceTask>""";

    private static final String HANDED_OUT = """
            <bpmn:userTask id="step" camunda:modelerTemplate="dev.whistle.assign.officersOf"
                camunda:modelerTemplateVersion="1" camunda:candidateGroups="${assign.officersOf(handlingUnit)}"
                camunda:formRef="a-b" camunda:formRefBinding="deployment"
                camunda:dueDate="${clocks.due(execution, 'complaint.answer')}" />""";

    @Test
    void stepsAsTheModelerMakesThem() {
        assertThat(faults(FILED)).isEmpty();
        assertThat(faults(HANDED_OUT)).isEmpty();
        assertThat(faults(HANDED_OUT.replaceFirst("camunda:dueDate=\"[^\"]*\"", "")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                camunda:modelerTemplate="dev.whistle.putOnFile"      |                                         | 不是用模板做的
                dev.whistle.putOnFile                                | dev.whistle.nothing                     | 没有模板“dev.whistle.nothing”
                Version="1"                                          | Version="7"                             | 模板版本是 7
                camunda:modelerTemplateVersion="1"                   |                                         | 模板版本是 null
                dev.whistle.putOnFile                                | dev.whistle.assign.firstUnit            | 模板“交首次接待单位”不能用在这种环节上
                ${putOnFile}                                         | ${closeCase}                            | delegateExpression 应当是“${putOnFile}”，现为“${closeCase}”
                name="on"                                            | name="when"                             | 没有“when”这一项
                name="title"                                         | name="on"                               | 必填项“标题”（title）没有填写
                ${opinion}                                           |                                         | 必填项“内容”（text）没有填写
                """)
    void aStepThatIsNot(String what, String by, String fault) {
        assertThat(faults(FILED.replace(what, by == null ? "" : by)))
                .anySatisfy(it -> assertThat(it).startsWith(FILE + " step：").contains(fault));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                ${assign.officersOf(handlingUnit)} | ${assign.officersOf('street-wanli')} | 应当写成
                camunda:formRef="a-b"              |                                      | 必填项“办理表单”
                "deployment"                       | "latest"                             | formRefBinding 应当是“deployment”，现为“latest”
                'complaint.answer'                 | 'complaint.nothing'                  | 中没有“${clocks.due(execution, 'complaint.nothing')}”可选
                """)
    void aTaskThatIsNot(String what, String by, String fault) {
        assertThat(faults(HANDED_OUT.replace(what, by == null ? "" : by)))
                .anySatisfy(it -> assertThat(it).startsWith(FILE + " step：").contains(fault));
    }

    private List<String> faults(String step) {
        String model = """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="https://whistle.dev/test">
                  <bpmn:process id="template-use">%s</bpmn:process>
                </bpmn:definitions>""".formatted(step);
        Report report = new Report();
        Bundle bundle = Bundle.of("template-use", Map.of(FILE, model.getBytes(StandardCharsets.UTF_8)));
        Contents contents = Contents.of(bundle, Long.MAX_VALUE, report);
        Surroundings around =
                Landscape.of(deployed.newest(), palette).with(contents).around("template-use");
        contents.models()
                .forEach((file, read) -> new TemplateRules().check(new Model(file, read, around), report.about(file)));
        return report.findings().stream()
                .map(it -> it.field() + "：" + Texts.text(Locale.SIMPLIFIED_CHINESE, it))
                .toList();
    }
}
