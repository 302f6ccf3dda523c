package dev.whistle.cost;

import dev.whistle.cost.CountedCase.Desk;
import dev.whistle.document.LetterStory;
import dev.whistle.procedure.compoundhandover.CompoundHandoverProcess;
import dev.whistle.procedure.compoundhandover.CompoundHandoverProcess.Tasks;
import dev.whistle.procedure.letter.LetterProcess;
import dev.whistle.procedure.standin.StandInProcess;
import dev.whistle.testing.Statements;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;

/** A compound that nobody runs, from the start form to the archive, on whatever engine; see {@link ComplaintLife}. */
final class HandoverLife {

    private static final String TODAY = "2026-09-14";
    private static final String COMPOUND = "compound-59";
    private static final Desk STREET = new Desk("erba", "street-erba.officer");
    private static final Desk STREET_LEAD = new Desk("erba-lead", "street-erba.lead");
    private static final Desk COMMUNITY = new Desk("erba-1", "community-erba-1.officer");

    private HandoverLife() {}

    /** What it costs once caches are warm. */
    static Statements counted(ProcessEngine engine) {
        return CountedCase.warm(() -> live(engine));
    }

    private static CountedCase live(ProcessEngine engine) {
        Map<String, Object> found = new HashMap<>(
                Map.of("compound", COMPOUND, "receivedAt", TODAY + "T09:40:00+08:00", "matter", "小区无人管理"));
        found.put("details", null);
        CountedCase handover = CountedCase.begun(engine, STREET, CompoundHandoverProcess.ID, found);
        Map<String, Object> standIn = new HashMap<>(Map.of(
                "standInBasis",
                "basic-service",
                "serviceUnit",
                "community",
                "takesOverFrom",
                TODAY,
                "standInNote",
                "保洁、秩序维护"));
        standIn.put("commissioner", null);
        standIn.put("takingOver", null);
        handover.does(STREET, StandInProcess.Tasks.NAME, standIn);
        Map<String, Object> signature =
                new HashMap<>(Map.of(LetterProcess.Variables.DECISION, LetterProcess.Decision.SIGNED));
        signature.put(LetterProcess.Variables.REMARK, null);
        handover.does(STREET_LEAD, LetterProcess.Tasks.SIGN, signature);
        handover.does(STREET, LetterProcess.Tasks.SERVE, LetterStory.served(TODAY, true));
        Map<String, Object> informed = new HashMap<>(Map.of("informedOn", TODAY, "informedWhere", "小区公告栏"));
        informed.put("informedElse", null);
        handover.does(COMMUNITY, Tasks.INFORM, informed);
        Map<String, Object> decision = new HashMap<>(Map.of(
                "decidedBy",
                "street",
                "decidedOn",
                TODAY,
                "successor",
                "basic-service",
                "serviceUnit",
                "street",
                "takesOverFrom",
                TODAY,
                "decisionNote",
                "由服务中心提供保洁、秩序维护"));
        decision.put("resolution", null);
        decision.put("commissioner", null);
        decision.put("takingOver", null);
        handover.does(STREET, Tasks.DECIDE, decision);
        return handover;
    }
}
