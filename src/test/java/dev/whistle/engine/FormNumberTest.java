package dev.whistle.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.testing.Desk;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.Tryout;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A number that is none is refused by its field's name, as anything else that does not fit the form. */
@OnH2
class FormNumberTest {

    @Autowired
    private Tryout tryout;

    @Autowired
    private Desk desk;

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    private RuntimeService runtime;

    private Deployment model;
    private ProcessInstance instance;

    @BeforeEach
    void start() {
        model = tryout.deploy();
        instance = tryout.starts("after-task");
    }

    @AfterEach
    void undeploy() {
        tryout.undeploy(model);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void isRefused(double people) {
        String task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
        Map<String, Object> form = new HashMap<>(Map.of("note", "在场", "people", people));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> desk.as("wanli-1", () -> {
                    forms.submitTaskForm(task, form);
                    return task;
                }))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(FieldError::field, FieldError::message)
                        .containsExactly(tuple("people", "form.field.kind")));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isEqualTo(1);
    }
}
