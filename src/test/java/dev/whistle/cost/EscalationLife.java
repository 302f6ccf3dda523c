package dev.whistle.cost;

import dev.whistle.cost.CountedCase.Desk;
import dev.whistle.document.LetterStory;
import dev.whistle.procedure.escalation.EscalationProcess;
import dev.whistle.procedure.letter.LetterProcess;
import dev.whistle.procedure.sanction.SanctionProcess;
import dev.whistle.testing.Statements;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;

/** A first notice from the report to the archive, put right in time, on whatever engine; see {@link ComplaintLife}. */
final class EscalationLife {

    private static final String TODAY = "2026-09-14";
    private static final Desk OFFICE = new Desk("district", "district-office.officer");
    private static final Desk LEAD = new Desk("district-lead", "district-office.lead");
    private static final Desk STREET = new Desk("wanli", "street-wanli.officer");

    private final ProcessEngine engine;

    private EscalationLife(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * What it costs once caches are warm.
     *
     * @param matters a case for each round: the second time would be a supervision
     */
    static Statements counted(ProcessEngine engine, Supplier<String> matters) {
        return CountedCase.warm(() -> new EscalationLife(engine).live(matters.get()));
    }

    private CountedCase live(String matter) {
        CountedCase escalation = CountedCase.begun(engine, OFFICE, EscalationProcess.ID, missed(matter));
        Map<String, Object> signature =
                new HashMap<>(Map.of(LetterProcess.Variables.DECISION, LetterProcess.Decision.SIGNED));
        signature.put(LetterProcess.Variables.REMARK, null);
        escalation.does(LEAD, LetterProcess.Tasks.SIGN, signature);
        escalation.does(OFFICE, LetterProcess.Tasks.SERVE, LetterStory.served(TODAY, true));
        escalation.does(
                STREET,
                SanctionProcess.Tasks.RECTIFY,
                new HashMap<>(Map.of("rectifyResult", "done", "rectifiedOn", TODAY, "rectifyReport", "已经答复投诉人。")));
        escalation.does(
                OFFICE,
                SanctionProcess.Tasks.CHECK,
                new HashMap<>(
                        Map.of("checkers", "崔慧", "checkedOn", TODAY, "rectified", "done", "checkReport", "查看了答复记录。")));
        return escalation;
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
}
