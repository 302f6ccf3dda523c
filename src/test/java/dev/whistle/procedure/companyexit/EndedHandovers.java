package dev.whistle.procedure.companyexit;

import dev.whistle.engine.ProcedureMessages;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Messages;
import dev.whistle.register.Exits;
import dev.whistle.testing.Desk;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens in a compound, as far as the case of the company that leaves hears of it. */
@Component
public class EndedHandovers {

    private final Desk desk;
    private final Exits exits;
    private final ProcedureMessages messages;
    private final Responsibilities responsibilities;
    private final JdbcTemplate db;
    private final TransactionTemplate transaction;

    EndedHandovers(
            Desk desk,
            Exits exits,
            ProcedureMessages messages,
            Responsibilities responsibilities,
            JdbcTemplate db,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.exits = exits;
        this.messages = messages;
        this.responsibilities = responsibilities;
        this.db = db;
        this.transaction = transaction;
    }

    /**
     * A compound has been handed over, as far as the exit hears of it. The real handover stops where it is: its clocks would
     * go on in other tests, and have the community run the compound.
     */
    public void ended(String exit, String compound, String outcome) {
        transaction.executeWithoutResult(any -> {
            exits.of(exit).stream()
                    .filter(it -> it.compound().equals(compound) && it.handover() != null)
                    .map(it -> Objects.requireNonNull(it.handover()))
                    .forEach(handover -> {
                        desk.stops(handover);
                        responsibilities.takeBack(compound, handover);
                    });
            db.update("update whistle.compound_handover set open_compound = null where compound = ?", compound);
            exits.ended(exit, compound, outcome);
            messages.tell(exit, Messages.HANDOVER_ENDED);
        });
    }

    /** No compound is being handed over any more, and whoever ran it does so again. */
    public void none() {
        transaction.executeWithoutResult(any -> {
            db.queryForList("select case_no from whistle.compound_handover", String.class)
                    .forEach(handover -> {
                        desk.stops(handover);
                        db.update("delete from whistle.responsibility where case_no = ?", handover);
                    });
            db.update("update whistle.compound_handover set open_compound = null");
        });
    }
}
