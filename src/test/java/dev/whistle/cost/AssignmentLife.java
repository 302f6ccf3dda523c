package dev.whistle.cost;

import dev.whistle.cost.CountedCase.Desk;
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

/**
 * One order to so many units from start form to archive on whatever engine, by the same calls; see {@link
 * ComplaintLife}.
 */
final class AssignmentLife {

    private static final String TODAY = "2026-09-14";
    private static final Desk OFFICE = new Desk("district", "district-office.officer");
    private static final Desk LEAD = new Desk("district-lead", "district-office.lead");
    private static final List<String> UNITS = List.of("street-wanli", "dept-fire", "dept-market");

    private final ProcessEngine engine;
    private final List<String> units;

    private AssignmentLife(ProcessEngine engine, int units) {
        this.engine = engine;
        this.units = UNITS.subList(0, units);
    }

    /** What an order costs once caches are warm. */
    static Statements counted(ProcessEngine engine, int units) {
        return CountedCase.warm(() -> new AssignmentLife(engine, units).live());
    }

    private CountedCase live() {
        Map<String, Object> form = AssignmentStory.dispatched("office-dispatch", TODAY + "T09:40:00+08:00");
        for (int row = 1; row <= units.size(); row++) {
            AssignmentStory.with(form, row, units.get(row - 1), "2026-09-30");
        }
        CountedCase order = CountedCase.begun(engine, OFFICE, AssignmentProcess.ID, form);
        for (String unit : units) {
            Desk theirs = new Desk(unit, unit + ".officer");
            Map<String, Object> signature = new HashMap<>(Map.of("decision", "signed"));
            signature.put("remark", null);
            // letters are signed and served in the order of the units
            order.does(LEAD, "userTask_signLetter", signature);
            order.does(OFFICE, "userTask_serveLetter", LetterStory.served(TODAY, true));
            order.does(theirs, Tasks.SIGN_FOR, AssignmentStory.signedFor(), it -> isOf(it, unit));
            order.does(theirs, Tasks.REPORT, AssignmentStory.reported(TODAY), it -> isOf(it, unit));
            order.does(OFFICE, Tasks.CHECK, AssignmentStory.passed());
        }
        return order;
    }

    private boolean isOf(Task task, String unit) {
        return unit.equals(engine.getTaskService().getVariable(task.getId(), "unit"));
    }
}
