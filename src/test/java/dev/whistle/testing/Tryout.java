package dev.whistle.testing;

import static dev.whistle.procedure.complaint.ComplaintStory.ADDRESS;
import static dev.whistle.procedure.complaint.ComplaintStory.NAME;
import static dev.whistle.procedure.complaint.ComplaintStory.PHONE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The model {@code tryout.bpmn}: it takes people's data, opens a case and fails at the place that is asked for. */
@Component
public class Tryout {

    public static final String WITNESS = "尉迟明远";

    private final ProcessEngine engine;

    Tryout(ProcessEngine engine) {
        this.engine = engine;
    }

    public Deployment deploy() {
        return engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("dev/whistle/tryout.bpmn")
                .addClasspathResource("dev/whistle/tryout.start.form")
                .addClasspathResource("dev/whistle/tryout.note.form")
                .deploy();
    }

    public void undeploy(Deployment deployment) {
        engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
    }

    /** @param fails {@code at-once}, {@code in-job}, {@code by-timer} or {@code after-task} */
    public ProcessInstance starts(String fails) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("tryout")
                .latestVersion()
                .singleResult()
                .getId();
        Map<String, Object> form = new HashMap<>(Map.of(
                "callerName", NAME,
                "callerPhone", PHONE,
                "callerAddress", ADDRESS,
                "matter", "测试",
                "receivedAt", "2026-09-10T09:40:00+08:00",
                "fails", fails));
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin", "community-wanli-1.officer"));
        try {
            return engine.getFormService().submitStartForm(definition, form);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** Hands in the task's form, which names a witness. */
    public void notes(ProcessInstance instance) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        engine.getIdentityService().setAuthentication("wanli-1", List.of("community-wanli-1.officer"));
        try {
            engine.getFormService()
                    .submitTaskForm(task.getId(), new HashMap<>(Map.of("witnessName", WITNESS, "note", "在场")));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
