package dev.whistle.sanction;

import dev.whistle.casefile.CaseClosing;
import org.springframework.stereotype.Component;

/** An escalation that is closed is open for nobody: what is missed from now on starts another. */
@Component
class OpenEscalations implements CaseClosing {

    private final BreachTable table;

    OpenEscalations(BreachTable table) {
        this.table = table;
    }

    @Override
    public void closing(String caseNo, String reason) {
        table.close(caseNo);
    }
}
