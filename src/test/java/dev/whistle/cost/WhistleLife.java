package dev.whistle.cost;

import dev.whistle.cost.CountedCase.Desk;
import dev.whistle.document.LetterStory;
import dev.whistle.procedure.letter.LetterProcess;
import dev.whistle.procedure.penalty.PenaltyProcess;
import dev.whistle.procedure.streetwhistle.StreetWhistleProcess;
import dev.whistle.procedure.whistle.WhistleProcess;
import dev.whistle.procedure.whistle.WhistleStory;
import dev.whistle.testing.Statements;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;

/** A street's whistle from the start form to the archive, on whatever engine; see {@link ComplaintLife}. */
final class WhistleLife {

    private static final String TODAY = "2026-09-14";
    private static final Desk STREET = new Desk("wanli", "street-wanli.officer");
    private static final Desk HOUSING = new Desk("housing", "dept-housing.officer");
    private static final Desk HOUSING_LEAD = new Desk("housing-lead", "dept-housing.lead");
    private static final Desk URBAN = new Desk("urban-management", "dept-urban-management.officer");

    private final ProcessEngine engine;

    private WhistleLife(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * What it costs once caches are warm.
     *
     * @param penalty whether it is handed over and punished, or put right and confirmed on site
     * @param packed the package of the case of this number; putting its papers on the case is not counted
     */
    static Statements counted(
            ProcessEngine engine, boolean penalty, Function<@Nullable String, Map<String, Object>> packed) {
        return CountedCase.warm(() -> new WhistleLife(engine).live(penalty, packed));
    }

    private CountedCase live(boolean penalty, Function<@Nullable String, Map<String, Object>> packed) {
        Map<String, Object> start =
                WhistleStory.registered("load-bearing", WhistleStory.INSIDE, TODAY + "T09:40:00+08:00");
        CountedCase whistle = CountedCase.begun(engine, STREET, StreetWhistleProcess.ID, start);
        whistle.does(STREET, WhistleProcess.Tasks.REFER, WhistleStory.referred("dept-housing"));
        whistle.does(HOUSING, WhistleProcess.Tasks.REPORT_IN, WhistleStory.signed());
        Map<String, Object> handled = WhistleStory.rectified(TODAY);
        handled.put(WhistleProcess.Variables.HANDLED_BY, penalty ? "penalty" : "rectified");
        handled.put(WhistleProcess.Variables.PENALTY_UNIT, null);
        whistle.does(HOUSING, WhistleProcess.Tasks.HANDLE, handled);
        if (penalty) {
            punish(whistle, packed.apply(whistle.caseNo()));
        } else {
            whistle.does(STREET, WhistleProcess.Tasks.CHECK, WhistleStory.checked(true, TODAY));
        }
        return whistle;
    }

    private static void punish(CountedCase whistle, Map<String, Object> packed) {
        whistle.does(HOUSING, PenaltyProcess.Tasks.PACKAGE, packed);
        Map<String, Object> signature =
                new HashMap<>(Map.of(LetterProcess.Variables.DECISION, LetterProcess.Decision.SIGNED));
        signature.put(LetterProcess.Variables.REMARK, null);
        whistle.does(HOUSING_LEAD, LetterProcess.Tasks.SIGN, signature);
        whistle.does(HOUSING, LetterProcess.Tasks.SERVE, LetterStory.served(TODAY, true));
        whistle.does(URBAN, PenaltyProcess.Tasks.RECEIVE, WhistleStory.received());
        whistle.does(URBAN, PenaltyProcess.Tasks.FILE, WhistleStory.filed(TODAY));
        whistle.does(URBAN, PenaltyProcess.Tasks.DECIDE, WhistleStory.decided(PenaltyProcess.Decision.PENALTY, TODAY));
    }
}
