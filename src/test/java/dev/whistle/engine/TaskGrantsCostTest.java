package dev.whistle.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.testing.OnPostgres;
import dev.whistle.testing.Statements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.cfg.auth.ResourceAuthorizationProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What granting costs, counted in SQL statements sent to PostgreSQL, beside Camunda's own provider. */
@OnPostgres
class TaskGrantsCostTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Test
    void givingAndDoingATaskCostsNoMoreThanWithCamundasOwnGrants() {
        String deployment = repository
                .createDeployment()
                .addClasspathResource("dev/whistle/engine/task-grants.bpmn")
                .deploy()
                .getId();
        ResourceAuthorizationProvider ours = engine.getResourceAuthorizationProvider();
        try {
            life();
            Map<String, Integer> withOurs = life();
            engine.setResourceAuthorizationProvider(new DefaultAuthorizationProvider());
            Map<String, Integer> withCamundas = life();
            withOurs.forEach((step, statements) ->
                    System.out.printf("%-40s ours %2d, Camunda's %2d%n", step, statements, withCamundas.get(step)));
            for (String usual : List.of("start", "claim", "complete")) {
                assertThat(withOurs.get(usual)).as(usual).isLessThanOrEqualTo(withCamundas.get(usual));
            }
            int more = withOurs.getOrDefault("take from the first", 0)
                    - withCamundas.getOrDefault("take from the first", 0);
            assertThat(more).as("taking back is rare and may cost a little").isLessThanOrEqualTo(4);
        } finally {
            engine.setResourceAuthorizationProvider(ours);
            repository.deleteDeployment(deployment, true);
        }
    }

    /** The steps of one task, given to a community and thus read by its street, and what each costs. */
    private Map<String, Integer> life() {
        Map<String, Integer> cost = new LinkedHashMap<>();
        String instance = counted(
                cost,
                "start",
                () -> runtime.startProcessInstanceByKey("task-grants", Map.of("groups", "community-wanli-1.officer"))
                        .getId());
        String task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        counted(cost, "give to a second unit", () -> {
            tasks.addCandidateGroup(task, "dept-fire.officer");
            return task;
        });
        counted(cost, "take from the first", () -> {
            tasks.deleteCandidateGroup(task, "community-wanli-1.officer");
            return task;
        });
        counted(cost, "claim", () -> {
            tasks.claim(task, "fire");
            return task;
        });
        counted(cost, "assign to somebody else", () -> {
            tasks.setAssignee(task, "fire-lead");
            return task;
        });
        counted(cost, "complete", () -> {
            tasks.complete(task);
            return task;
        });
        return cost;
    }

    private static String counted(Map<String, Integer> cost, String step, Supplier<String> act) {
        Statements statements = new Statements();
        List<String> result = new ArrayList<>();
        statements.add(() -> result.add(act.get()));
        cost.put(step, statements.count());
        return result.get(0);
    }
}
