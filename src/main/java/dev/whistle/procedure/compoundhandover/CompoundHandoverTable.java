package dev.whistle.procedure.compoundhandover;

import dev.whistle.organisation.Compounds;
import dev.whistle.transaction.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The handovers as they are stored. */
@Component
class CompoundHandoverTable {

    /** What the running transaction has read: forms and models ask for one thing after the other. */
    private final PerTransaction<Map<String, Optional<Handover>>> known = new PerTransaction<>(HashMap::new);

    private final JdbcClient db;
    private final Compounds compounds;

    CompoundHandoverTable(JdbcClient db, Compounds compounds) {
        this.db = db;
        this.compounds = compounds;
    }

    /** What a case hands over; empty for a case of another procedure. */
    Optional<Handover> find(String caseNo) {
        return known.get()
                .computeIfAbsent(
                        caseNo,
                        it -> db.sql("select * from whistle.compound_handover where case_no = ?")
                                .param(it)
                                .query(CompoundHandoverTable::handover)
                                .optional());
    }

    /** @throws IllegalStateException for a case that hands nothing over, which is a mistake of the model */
    Handover get(String caseNo) {
        return find(caseNo).orElseThrow(() -> new IllegalStateException("case " + caseNo + " hands nothing over"));
    }

    /** Number of the open case that hands a compound over, if there is one. Others that ask wait until this one is done. */
    Optional<String> openOf(String compound) {
        compounds.lock(compound);
        return db.sql("select case_no from whistle.compound_handover where open_compound = ?")
                .param(compound)
                .query(String.class)
                .optional();
    }

    void add(Handover handover) {
        db.sql("""
                insert into whistle.compound_handover
                    (case_no, compound, open_compound, parent, company, reason, last_day)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        handover.caseNo(),
                        handover.compound(),
                        handover.compound(),
                        handover.parent(),
                        handover.company(),
                        handover.reason(),
                        handover.lastDay())
                .update();
        known.get().remove(handover.caseNo());
    }

    void settled(String caseNo, LocalDate from) {
        db.sql("update whistle.compound_handover set settled_from = ? where case_no = ?")
                .params(from, caseNo)
                .update();
        known.get().remove(caseNo);
    }

    void closed(String caseNo) {
        db.sql("update whistle.compound_handover set open_compound = null where case_no = ?")
                .param(caseNo)
                .update();
        known.get().remove(caseNo);
    }

    private static Handover handover(ResultSet row, int number) throws SQLException {
        @Nullable String open = row.getString("open_compound");
        return new Handover(
                row.getString("case_no"),
                row.getString("compound"),
                row.getString("parent"),
                row.getString("company"),
                row.getString("reason"),
                row.getObject("last_day", LocalDate.class),
                row.getObject("settled_from", LocalDate.class),
                open != null);
    }
}
