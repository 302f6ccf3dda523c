package dev.whistle.sanction;

import dev.whistle.casefile.CaseClosing;
import dev.whistle.casefile.Cases;
import org.springframework.stereotype.Component;

/** An escalation that is closed is open for nobody: what is missed from now on starts another. */
@Component
class OpenEscalations implements CaseClosing {

    private static final String ESCALATION = "escalation";

    private final BreachTable table;
    private final Cases cases;

    OpenEscalations(BreachTable table, Cases cases) {
        this.table = table;
        this.cases = cases;
    }

    @Override
    public void closing(String caseNo, String reason) {
        if (cases.get(caseNo).procedure().equals(ESCALATION)) {
            table.close(caseNo);
        }
    }
}
