package dev.whistle.cost;

import static dev.whistle.procedure.complaint.ComplaintStory.answered;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.investigated;
import static dev.whistle.procedure.complaint.ComplaintStory.signed;

import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.testing.Statements;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;

/**
 * One complaint from start form to archive on whatever engine, by the same calls: forms are handed in by officers whom
 * the engine checks. Looking for the task to do is not counted; Tasklist does that before.
 */
final class ComplaintLife {

    private static final int WARM_UP_ROUNDS = 2;
    private static final String COMMUNITY = "community-wanli-1.officer";
    private static final String STREET = "street-wanli.officer";
    private static final String FIRE = "dept-fire.officer";

    private final ProcessEngine engine;
    private final Statements cost = new Statements();
    private String instance = "";

    private ComplaintLife(ProcessEngine engine) {
        this.engine = engine;
    }

    /** What a complaint costs once caches are warm. */
    static Statements counted(ProcessEngine engine) {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            new ComplaintLife(engine).live();
        }
        return new ComplaintLife(engine).live();
    }

    private Statements live() {
        begins();
        does("wanli", STREET, Tasks.SIGN_FOR, signed("dept-fire"));
        does("fire", FIRE, Tasks.INVESTIGATE, investigated("2026-09-13"));
        does("fire", FIRE, Tasks.ANSWER, answered());
        return cost;
    }

    private void begins() {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(ComplaintProcess.ID)
                .latestVersion()
                .singleResult()
                .getId();
        as(
                "wanli-1",
                COMMUNITY,
                () -> instance = engine.getFormService()
                        .submitStartForm(definition, call("2026-09-10T09:40:00+08:00"))
                        .getId());
    }

    private void does(String user, String group, String task, Map<String, Object> form) {
        String id = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(task)
                .singleResult()
                .getId();
        as(user, group, () -> engine.getFormService().submitTaskForm(id, form));
    }

    private void as(String user, String group, Runnable act) {
        engine.getIdentityService().setAuthentication(user, List.of(group));
        try {
            cost.add(act);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
