package dev.whistle.cost;

import dev.whistle.document.LetterStory;
import dev.whistle.procedure.assignment.AssignmentProcess;
import dev.whistle.procedure.assignment.AssignmentProcess.Tasks;
import dev.whistle.procedure.assignment.AssignmentStory;
import dev.whistle.testing.Statements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/** One order to so many units from start form to archive on whatever engine, by the same calls; see {@link ComplaintLife}. */
final class AssignmentLife {

    private static final int WARM_UP_ROUNDS = 2;
    private static final String TODAY = "2026-09-14";
    private static final Desk OFFICE = new Desk("district", "district-office.officer");
    private static final Desk LEAD = new Desk("district-lead", "district-office.lead");
    private static final List<String> UNITS = List.of("street-wanli", "dept-fire", "dept-market");

    private final ProcessEngine engine;
    private final List<String> units;
    private final Statements cost = new Statements();
    private String instance = "";

    private AssignmentLife(ProcessEngine engine, int units) {
        this.engine = engine;
        this.units = UNITS.subList(0, units);
    }

    private record Desk(String user, String group) {}

    /** What an order costs once caches are warm. */
    static Statements counted(ProcessEngine engine, int units) {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            new AssignmentLife(engine, units).live();
        }
        return new AssignmentLife(engine, units).live();
    }

    private Statements live() {
        Map<String, Object> form = AssignmentStory.dispatched("office-dispatch", TODAY + "T09:40:00+08:00");
        for (int row = 1; row <= units.size(); row++) {
            AssignmentStory.with(form, row, units.get(row - 1), "2026-09-30");
        }
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(AssignmentProcess.ID)
                .latestVersion()
                .singleResult()
                .getId();
        as(
                OFFICE,
                () -> instance = engine.getFormService()
                        .submitStartForm(definition, form)
                        .getId());
        for (String unit : units) {
            Desk theirs = new Desk(unit, unit + ".officer");
            Map<String, Object> signature = new HashMap<>(Map.of("decision", "signed"));
            signature.put("remark", null);
            does(LEAD, "userTask_signLetter", signature);
            does(OFFICE, "userTask_serveLetter", LetterStory.served(TODAY, true));
            does(theirs, Tasks.SIGN_FOR, AssignmentStory.signedFor());
            does(theirs, Tasks.REPORT, AssignmentStory.reported(TODAY));
            does(OFFICE, Tasks.CHECK, AssignmentStory.passed());
        }
        return cost;
    }

    /** The first task of this kind, which is its unit's own: letters are signed and served in the order of the units. */
    private void does(Desk desk, String task, Map<String, Object> form) {
        String id = engine.getTaskService().createTaskQuery().taskDefinitionKey(task).list().stream()
                .filter(it -> instance.equals(rootOf(it.getProcessInstanceId())))
                .filter(it -> !desk.group().equals(desk.user() + ".officer") || isOf(it, desk.user()))
                .findFirst()
                .orElseThrow()
                .getId();
        as(desk, () -> engine.getFormService().submitTaskForm(id, form));
    }

    private boolean isOf(Task task, String unit) {
        return unit.equals(engine.getTaskService().getVariable(task.getId(), "unit"));
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
