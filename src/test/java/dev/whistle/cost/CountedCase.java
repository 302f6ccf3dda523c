package dev.whistle.cost;

import dev.whistle.testing.Statements;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * One case on whatever engine, from its start form on, by the same calls: forms are handed in by officers whom the
 * engine checks. Looking for the task to do is not counted; Tasklist does that before.
 */
final class CountedCase {

    private static final int WARM_UP_ROUNDS = 2;

    private final ProcessEngine engine;
    private final Statements cost = new Statements();
    private final String instance;

    /** An officer, and the group that gives him the task. */
    record Desk(String user, String group) {}

    private CountedCase(ProcessEngine engine, Desk desk, String procedure, Map<String, Object> form) {
        this.engine = engine;
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(procedure)
                .latestVersion()
                .singleResult()
                .getId();
        String[] started = new String[1];
        as(
                desk,
                () -> started[0] = engine.getFormService()
                        .submitStartForm(definition, form)
                        .getId());
        this.instance = started[0];
    }

    /**
     * What a case costs once caches are warm.
     *
     * @param life lives one from beginning to end
     */
    static Statements warm(Supplier<CountedCase> life) {
        CountedCase last = life.get();
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            last = life.get();
        }
        return last.cost;
    }

    /** Opens a case by the start form of a procedure. */
    static CountedCase begun(ProcessEngine engine, Desk desk, String procedure, Map<String, Object> form) {
        return new CountedCase(engine, desk, procedure, form);
    }

    void does(Desk desk, String task, Map<String, Object> form) {
        does(desk, task, form, any -> true);
    }

    /** Hands in the form of a task, be it of a procedure that the case's own calls. */
    void does(Desk desk, String task, Map<String, Object> form, Predicate<Task> which) {
        String id = engine.getTaskService().createTaskQuery().taskDefinitionKey(task).list().stream()
                .filter(it -> instance.equals(rootOf(it.getProcessInstanceId())))
                .filter(which)
                .findFirst()
                .orElseThrow()
                .getId();
        as(desk, () -> engine.getFormService().submitTaskForm(id, form));
    }

    /** Its number; null on an engine that numbers nothing. */
    @Nullable
    String caseNo() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
    }

    private String rootOf(String processInstance) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(processInstance)
                .singleResult()
                .getRootProcessInstanceId();
    }

    private void as(Desk desk, Runnable act) {
        engine.getIdentityService().setAuthentication(desk.user(), List.of(desk.group()));
        try {
            cost.add(act);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
