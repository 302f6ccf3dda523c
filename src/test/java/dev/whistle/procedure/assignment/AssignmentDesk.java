package dev.whistle.procedure.assignment;

import dev.whistle.document.LetterStory;
import dev.whistle.testing.Desk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** A {@link Desk} for a case in which several units have tasks of one name at the same time. */
@Component
public class AssignmentDesk {

    private final ProcessEngine engine;
    private final Desk desk;

    AssignmentDesk(ProcessEngine engine, Desk desk) {
        this.engine = engine;
        this.desk = desk;
    }

    /** Does the task of this unit, or the one about the letter to it. */
    public void does(String user, String caseNo, String unit, String task, Map<String, Object> form) {
        String id = task(caseNo, unit, task).getId();
        desk.as(user, () -> {
            engine.getFormService().submitTaskForm(id, form);
            return id;
        });
    }

    /** Its letter is signed by the office's lead and served. */
    public void issues(String caseNo, String unit, String day) {
        does("district-lead", caseNo, unit, "userTask_signLetter", signature("signed"));
        does("district", caseNo, unit, "userTask_serveLetter", LetterStory.served(day, true));
    }

    static Map<String, Object> signature(String decision) {
        Map<String, Object> form = new HashMap<>(Map.of("decision", decision));
        form.put("remark", decision.equals("signed") ? null : "暂不交办。");
        return form;
    }

    Task task(String caseNo, String unit, String task) {
        return tasks(caseNo, unit).stream()
                .filter(it -> it.getTaskDefinitionKey().equals(task))
                .findFirst()
                .orElseThrow(() -> new AssertionError(unit + " has no " + task + " in " + desk.open(caseNo)));
    }

    /** Kinds of the open tasks of this unit. */
    List<String> open(String caseNo, String unit) {
        return tasks(caseNo, unit).stream().map(Task::getTaskDefinitionKey).toList();
    }

    private List<Task> tasks(String caseNo, String unit) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNo).list().stream()
                .filter(it -> unit.equals(unitOf(it)))
                .toList();
    }

    private Object unitOf(Task task) {
        Object unit = engine.getTaskService().getVariable(task.getId(), "unit");
        return unit == null ? engine.getTaskService().getVariable(task.getId(), "occasion") : unit;
    }
}
