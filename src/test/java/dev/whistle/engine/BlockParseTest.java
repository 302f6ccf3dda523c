package dev.whistle.engine;

import dev.whistle.testing.OnH2;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Models as Camunda Modeler writes them from element templates: with every field, filled in or not. */
@OnH2
class BlockParseTest {

    private static final String FILLED = """
            <camunda:field name="title"><camunda:expression>纪要</camunda:expression></camunda:field>
            <camunda:field name="text"><camunda:expression>${'同意'}</camunda:expression></camunda:field>
            """;

    @Autowired
    private RepositoryService repository;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:field name='on' />",
                "<camunda:field name='on'><camunda:expression /></camunda:field>",
                "<camunda:field name='on'><camunda:expression> </camunda:expression></camunda:field>",
                "<camunda:field name='on'><camunda:string></camunda:string></camunda:field>",
                "<camunda:field name='on' stringValue='' />",
            })
    void aFieldThatMayStayEmptyIsNotSet(String empty) {
        Deployment deployed = deploy(FILLED + empty); // the engine alone would refuse it

        repository.deleteDeployment(deployed.getId(), true);
    }

    private Deployment deploy(String fields) {
        return repository
                .createDeployment()
                .addString("block-parse.bpmn", """
                        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="https://whistle.dev/test">
                          <bpmn:process id="block-parse" isExecutable="true" camunda:historyTimeToLive="P1D">
                            <bpmn:startEvent id="startEvent_begin" />
                            <bpmn:sequenceFlow id="flow_1" sourceRef="startEvent_begin" targetRef="serviceTask_file" />
                            <bpmn:serviceTask id="serviceTask_file" name="归卷" camunda:delegateExpression="${putOnFile}">
                              <bpmn:extensionElements>%s</bpmn:extensionElements>
                            </bpmn:serviceTask>
                          </bpmn:process>
                        </bpmn:definitions>""".formatted(fields))
                .deploy();
    }
}
