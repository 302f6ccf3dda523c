package dev.whistle.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.whistle.testing.Jobs;
import dev.whistle.testing.OnH2;
import dev.whistle.testing.TableDump;
import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

@OnH2
@ExtendWith(OutputCaptureExtension.class)
class JobFailuresTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcTemplate db;

    private Deployment deployment;

    @BeforeEach
    void deploy() {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "t-job-failure.bpmn",
                        Bpmn.createExecutableProcess("t-job-failure")
                                .startEvent()
                                .serviceTask("serviceTask_fail")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${tryoutFailure}")
                                .receiveTask() // keeps what the step wrote, so that the engine really writes it
                                .message("t-never")
                                .endEvent()
                                .done())
                .deploy();
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"running", "writing", "committing"})
    void aFailedJobLeavesNobodysNameBehind(String when, CapturedOutput log) {
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "t-job-failure", Variables.createVariables().putValue("when", when))
                .getId();

        jobs.withExecutor(() -> await().atMost(PATIENCE)
                .until(() -> engine.getRuntimeService()
                                .createIncidentQuery()
                                .processInstanceId(instance)
                                .count()
                        == 1));
        Incident incident = engine.getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(instance)
                .singleResult();
        ManagementService management = engine.getManagementService();
        Job job = management.createJobQuery().processInstanceId(instance).singleResult();

        assertThat(incident.getIncidentMessage()).matches("[\\w.$]+Exception, log [0-9a-f]{8}");
        assertThat(job.getExceptionMessage()).isEqualTo(incident.getIncidentMessage());
        assertThat(management.getJobExceptionStacktrace(job.getId())).contains("\tat ");
        assertThat(TableDump.of(db, "public", "act_")).doesNotContain(TryoutFailure.NAME);
        assertThat(log.getAll())
                .doesNotContain(TryoutFailure.NAME)
                .contains(incident.getIncidentMessage()
                        .substring(incident.getIncidentMessage().indexOf("log ") + 4));
    }
}
