package dev.whistle.cost;

import dev.whistle.cost.CountedCase.Desk;
import dev.whistle.document.LetterStory;
import dev.whistle.procedure.companyexit.CompanyExitProcess;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Decision;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Reason;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Tasks;
import dev.whistle.procedure.companyexit.CompanyExitStory;
import dev.whistle.procedure.letter.LetterProcess;
import dev.whistle.testing.Statements;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;

/**
 * A company that is ordered out of a compound, from the start form until its order is served, on whatever engine; see
 * {@link ComplaintLife}. What happens in the compound is counted with its own case.
 */
final class ExitLife {

    private static final String TODAY = "2026-09-14";
    private static final String COMPOUND = "compound-30";
    private static final Desk OFFICE = new Desk("district", "district-office.officer");
    private static final Desk LEAD = new Desk("district-lead", "district-office.lead");

    private final ProcessEngine engine;

    private ExitLife(ProcessEngine engine) {
        this.engine = engine;
    }

    /**
     * What it costs once caches are warm.
     *
     * @param goesBack the company of the case of this number stays after all, so that it may be ordered out once more
     */
    static Statements counted(ProcessEngine engine, Consumer<@Nullable String> goesBack) {
        return CountedCase.warm(() -> new ExitLife(engine).live(goesBack));
    }

    private CountedCase live(Consumer<@Nullable String> goesBack) {
        CountedCase exit = CountedCase.begun(
                engine,
                OFFICE,
                CompanyExitProcess.ID,
                CompanyExitStory.wanted(Reason.RESETTLEMENT_BOTTOM, "company-1", COMPOUND, TODAY + "T09:40:00+08:00"));
        exit.does(OFFICE, Tasks.DECIDE, CompanyExitStory.decided(Decision.EXIT, "2026-10-31"));
        Map<String, Object> signature =
                new HashMap<>(Map.of(LetterProcess.Variables.DECISION, LetterProcess.Decision.SIGNED));
        signature.put(LetterProcess.Variables.REMARK, null);
        exit.does(LEAD, LetterProcess.Tasks.SIGN, signature);
        exit.does(OFFICE, LetterProcess.Tasks.SERVE, LetterStory.served(TODAY, true));
        goesBack.accept(exit.caseNo());
        return exit;
    }
}
