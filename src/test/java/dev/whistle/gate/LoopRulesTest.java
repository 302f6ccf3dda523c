package dev.whistle.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.testing.OnH2;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.Variables.SerializationDataFormats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine does with loops what the rules suppose; the rules themselves are shown by the corpus. */
@OnH2
class LoopRulesTest {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    private String deployment = "";

    @BeforeEach
    void deploy() {
        DeploymentBuilder good = repository.createDeployment().name(BrokenBundle.SLUG);
        BrokenBundle.good("good-units").forEach((name, it) -> good.addInputStream(name, new ByteArrayInputStream(it)));
        deployment = good.deploy().getId();
    }

    @AfterEach
    void undeploy() {
        repository.deleteDeployment(deployment, true);
    }

    /** Without the input parameter what one unit answers would stand with the process, for all of them. */
    @Test
    void unitsThatWorkAtTheSameTimeKeepTheirOwnAnswers() {
        String process = runtime.startProcessInstanceByKey(
                        BrokenBundle.SLUG,
                        Map.of(
                                "units",
                                Variables.objectValue(List.of("street-wanli", "street-sihe"))
                                        .serializationDataFormat(SerializationDataFormats.JSON)
                                        .create()))
                .getId();
        List<Task> both = tasks.createTaskQuery().processInstanceId(process).list();
        assertThat(both)
                .extracting(it -> tasks.getVariable(it.getId(), "unit"))
                .containsExactlyInAnyOrder("street-wanli", "street-sihe");

        tasks.complete(both.get(0).getId(), Map.of("result", "again"));

        assertThat(tasks.getVariable(both.get(1).getId(), "result")).isNull();
        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(process)
                        .variableName("result")
                        .list())
                .extracting(it -> it.getValue())
                .containsExactlyInAnyOrder("again", null);
        assertThat(runtime.getVariablesLocal(process)).doesNotContainKey("result");

        tasks.createTaskQuery()
                .processInstanceId(process)
                .list()
                .forEach(it -> tasks.complete(it.getId(), Map.of("result", "done")));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(process)
                        .count())
                .isZero();
    }
}
