package dev.whistle.procedure.companyexit;

import dev.whistle.engine.ProcedureMessages;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Messages;
import dev.whistle.register.Exits;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens in a compound, as far as the case of the company that leaves hears of it. */
@Component
public class EndedHandovers {

    private final Exits exits;
    private final ProcedureMessages messages;
    private final Responsibilities responsibilities;
    private final JdbcTemplate db;
    private final TransactionTemplate transaction;

    EndedHandovers(
            Exits exits,
            ProcedureMessages messages,
            Responsibilities responsibilities,
            JdbcTemplate db,
            TransactionTemplate transaction) {
        this.exits = exits;
        this.messages = messages;
        this.responsibilities = responsibilities;
        this.db = db;
        this.transaction = transaction;
    }

    /** A compound has been handed over, as far as the exit hears of it; the real handover's case is left where it is. */
    public void ended(String exit, String compound, String outcome) {
        transaction.executeWithoutResult(any -> {
            exits.of(exit).stream()
                    .filter(it -> it.compound().equals(compound) && it.handover() != null)
                    .forEach(it -> responsibilities.takeBack(compound, Objects.requireNonNull(it.handover())));
            db.update("update whistle.compound_handover set open_compound = null where compound = ?", compound);
            exits.ended(exit, compound, outcome);
            messages.tell(exit, Messages.HANDOVER_ENDED);
        });
    }
}
