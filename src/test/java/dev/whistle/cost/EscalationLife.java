package dev.whistle.cost;

import dev.whistle.document.LetterStory;
import dev.whistle.procedure.escalation.EscalationProcess;
import dev.whistle.procedure.letter.LetterProcess;
import dev.whistle.procedure.sanction.SanctionProcess;
import dev.whistle.testing.Statements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;

/** A first notice from the report to the archive, put right in time, on whatever engine; see {@link ComplaintLife}. */
final class EscalationLife {

    private static final int WARM_UP_ROUNDS = 2;
    private static final String TODAY = "2026-09-14";
    private static final Desk OFFICE = new Desk("district", "district-office.officer");
    private static final Desk LEAD = new Desk("district-lead", "district-office.lead");
    private static final Desk STREET = new Desk("wanli", "street-wanli.officer");

    private final ProcessEngine engine;
    private final Statements cost = new Statements();
    private String instance = "";

    private EscalationLife(ProcessEngine engine) {
        this.engine = engine;
    }

    private record Desk(String user, String group) {}

    /**
     * What it costs once caches are warm.
     *
     * @param matters a case for each round: the second time would be a supervision
     */
    static Statements counted(ProcessEngine engine, Supplier<String> matters) {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            new EscalationLife(engine).live(matters.get());
        }
        return new EscalationLife(engine).live(matters.get());
    }

    private Statements live(String matter) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(EscalationProcess.ID)
                .latestVersion()
                .singleResult()
                .getId();
        as(
                OFFICE,
                () -> instance = engine.getFormService()
                        .submitStartForm(definition, missed(matter))
                        .getId());
        Map<String, Object> signature =
                new HashMap<>(Map.of(LetterProcess.Variables.DECISION, LetterProcess.Decision.SIGNED));
        signature.put(LetterProcess.Variables.REMARK, null);
        does(LEAD, LetterProcess.Tasks.SIGN, signature);
        does(OFFICE, LetterProcess.Tasks.SERVE, LetterStory.served(TODAY, true));
        does(
                STREET,
                SanctionProcess.Tasks.RECTIFY,
                new HashMap<>(Map.of("rectifyResult", "done", "rectifiedOn", TODAY, "rectifyReport", "已经答复投诉人。")));
        does(
                OFFICE,
                SanctionProcess.Tasks.CHECK,
                new HashMap<>(
                        Map.of("checkers", "崔慧", "checkedOn", TODAY, "rectified", "done", "checkReport", "查看了答复记录。")));
        return cost;
    }

    private static Map<String, Object> missed(String matter) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "source", "assignment",
                "matter", matter,
                "partyType", "unit",
                "unit", "street-wanli",
                "duty", "按期答复投诉人",
                "clause", "JJ.G3",
                "happened", "missed",
                "reportedAt", TODAY + "T09:40:00+08:00",
                "factsFound", "逾期三天仍没有答复投诉人。"));
        form.put("occasion", null);
        form.put("wantedRung", null);
        return form;
    }

    private void does(Desk desk, String task, Map<String, Object> form) {
        String id = engine.getTaskService().createTaskQuery().taskDefinitionKey(task).list().stream()
                .filter(it -> instance.equals(rootOf(it.getProcessInstanceId())))
                .findFirst()
                .orElseThrow()
                .getId();
        as(desk, () -> engine.getFormService().submitTaskForm(id, form));
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
