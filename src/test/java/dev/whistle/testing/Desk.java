package dev.whistle.testing;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** An officer's desk in tests: does by the engine's services what Tasklist does, as the officer who is named. */
@Component
public class Desk {

    private final ProcessEngine engine;

    Desk(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Moves the one clock of engine and application. */
    public void itIs(String time) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(time)));
    }

    public void itIsNow() {
        ClockUtil.reset();
    }

    /** Fills in a start form; the answer is the new case's number. */
    public String starts(String user, String process, Map<String, Object> form) {
        return as(user, () -> {
            String definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult()
                    .getId();
            ProcessInstance started = engine.getFormService().submitStartForm(definition, form);
            return started.getBusinessKey();
        });
    }

    /** Does the one open task of this kind that the case has, with its form filled in. */
    public void does(String user, String caseNo, String task, Map<String, Object> form) {
        String id = taskOf(caseNo, task).getId();
        as(user, () -> {
            engine.getFormService().submitTaskForm(id, form);
            return id;
        });
    }

    public Task taskOf(String caseNo, String task) {
        Task open = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNo)
                .taskDefinitionKey(task)
                .singleResult();
        if (open == null) {
            throw new AssertionError("case " + caseNo + " has no open task " + task);
        }
        return open;
    }

    /** All open tasks of a case, whoever they are for. */
    public List<String> open(String caseNo) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNo).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    /** The tasks of a case that this officer sees. */
    public List<String> sees(String user, String caseNo) {
        return as(
                user,
                () -> engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNo).list().stream()
                        .map(Task::getTaskDefinitionKey)
                        .toList());
    }

    /** Nothing more happens in a case: what it has under way would go on in other tests. */
    public void stops(String caseNo) {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo)
                .rootProcessInstances()
                .list()
                .forEach(it -> engine.getRuntimeService().deleteProcessInstance(it.getId(), "the test is over", true));
    }

    /** Ids of the elements of the case's own model that it has passed, in order. */
    public List<String> path(String caseNo) {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNo)
                        .rootProcessInstances()
                        .orderByProcessInstanceStartTime()
                        .asc()
                        .list()
                        .get(0)
                        .getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    public <T> T as(String user, Supplier<T> act) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        engine.getIdentityService().setAuthentication(user, groups);
        try {
            return act.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
