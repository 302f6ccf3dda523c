package dev.whistle.sanction;

import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.transaction.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Missed duties as they are stored, and which escalation is open for whom. */
@Component
class BreachTable {

    /** What the running transaction has read: each field of a letter asks for it. */
    private final PerTransaction<Map<String, List<Breach>>> read = new PerTransaction<>(HashMap::new);

    private final JdbcClient db;
    private final CurrentOfficer current;
    private final Clock clock;

    BreachTable(JdbcClient db, CurrentOfficer current, Clock clock) {
        this.db = db;
        this.current = current;
        this.clock = clock;
    }

    /** The same duty missed on the same occasion by the same party. */
    Optional<Breach> find(Breach same) {
        return db.sql("select * from whistle.breach where matter = ? and party = ? and duty = ? and occasion = ?")
                .params(same.matter(), same.party(), same.duty(), same.occasion())
                .query(BreachTable::breach)
                .optional();
    }

    /** Reports it. Of two that report the same at once the later one fails at the key. */
    void insert(Breach breach) {
        db.sql("""
                insert into whistle.breach (id, matter, party, unit, duty, occasion, clause, source, reported_at,
                    reported_by, case_no)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID().toString(),
                        breach.matter(),
                        breach.party(),
                        breach.unit(),
                        breach.duty(),
                        breach.occasion(),
                        breach.clause(),
                        breach.source(),
                        OffsetDateTime.now(clock),
                        current.get().map(Officer::user).orElse(null),
                        breach.caseNo())
                .update();
        read.get().clear();
    }

    /** This escalation acts on it from now on. */
    void takenUp(Breach breach, String caseNo) {
        db.sql("""
                update whistle.breach set case_no = ? where matter = ? and party = ? and duty = ? and occasion = ?""")
                .params(caseNo, breach.matter(), breach.party(), breach.duty(), breach.occasion())
                .update();
        read.get().clear();
    }

    /** What an escalation acts on, in the order it was reported. */
    List<Breach> of(String caseNo) {
        return read.get()
                .computeIfAbsent(
                        caseNo,
                        it -> db.sql("select * from whistle.breach where case_no = ? order by ordinal")
                                .param(it)
                                .query(BreachTable::breach)
                                .list());
    }

    /** Number of the escalation that is open for this work item and party. */
    Optional<String> open(String matter, String party) {
        return db.sql("select case_no from whistle.escalation_open where matter = ? and party = ?")
                .params(matter, party)
                .query(String.class)
                .optional();
    }

    /** Of two that open one at once the later one fails at the key. */
    void open(String matter, String party, String caseNo) {
        db.sql("insert into whistle.escalation_open (matter, party, case_no) values (?, ?, ?)")
                .params(matter, party, caseNo)
                .update();
    }

    void close(String caseNo) {
        db.sql("delete from whistle.escalation_open where case_no = ?")
                .param(caseNo)
                .update();
    }

    private static Breach breach(ResultSet row, int number) throws SQLException {
        return new Breach(
                row.getString("matter"),
                row.getString("party"),
                row.getString("unit"),
                row.getString("duty"),
                row.getString("occasion"),
                row.getString("clause"),
                row.getString("source"),
                row.getString("case_no"));
    }
}
