package dev.whistle.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule that every step is made from the palette sees the steps that are not. */
class TemplateUseTest {

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
                camunda:modelerTemplate="dev.whistle.putOnFile"      |                                         | is made from no template
                dev.whistle.putOnFile                                | dev.whistle.nothing                     | has no template dev.whistle.nothing
                Version="1"                                          | Version="7"                             | version 7 of the template
                camunda:modelerTemplateVersion="1"                   |                                         | version null of the template
                dev.whistle.putOnFile                                | dev.whistle.assign.firstUnit            | a template for [bpmn:UserTask] on a bpmn:ServiceTask
                ${putOnFile}                                         | ${closeCase}                            | delegateExpression is ${closeCase}, not ${putOnFile}
                name="on"                                            | name="when"                             | the template knows no when
                name="title"                                         | name="on"                               | title is required
                ${opinion}                                           |                                         | text is required
                """)
    void aStepThatIsNot(String what, String by, String fault) {
        assertThat(faults(FILED.replace(what, by == null ? "" : by)))
                .anySatisfy(it -> assertThat(it).startsWith("step").contains(fault));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                ${assign.officersOf(handlingUnit)} | ${assign.officersOf('street-wanli')} | 应当写成
                camunda:formRef="a-b"              |                                      | formRef is required
                "deployment"                       | "latest"                             | formRefBinding is latest
                'complaint.answer'                 | 'complaint.nothing'                  | dueDate cannot be
                """)
    void aTaskThatIsNot(String what, String by, String fault) {
        assertThat(faults(HANDED_OUT.replace(what, by == null ? "" : by)))
                .anySatisfy(it -> assertThat(it).startsWith("step").contains(fault));
    }

    private static List<String> faults(String step) {
        String model = """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="https://whistle.dev/test">
                  <bpmn:process id="template-use">%s</bpmn:process>
                </bpmn:definitions>""".formatted(step);
        Activity activity = Bpmn.readModelFromStream(new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)))
                .getModelElementById("step");
        return TemplateUse.faults(activity);
    }
}
