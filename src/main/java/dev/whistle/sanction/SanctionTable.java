package dev.whistle.sanction;

import dev.whistle.sanction.Sanction.Event;
import dev.whistle.transaction.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ladder's ledger as it is stored: rows are added, none is changed or deleted. */
@Component
class SanctionTable {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final String ALL = """
            select s.*, e.kind, e.at, e.actor, e.case_no, e.doc_number, e.reason, e.step
            from whistle.sanction s join whistle.sanction_event e on e.sanction_id = s.id
            where %s order by s.id, e.number""";

    /** What the running transaction has read and not changed: a step asks what comes next, and takes it. */
    private final PerTransaction<Map<Climb, List<Sanction>>> known = new PerTransaction<>(HashMap::new);

    private final JdbcClient db;

    SanctionTable(JdbcClient db) {
        this.db = db;
    }

    /** The rungs that a party has come to for a work item. */
    List<Sanction> of(String matter, String party) {
        return known.get()
                .computeIfAbsent(
                        new Climb(matter, party),
                        any -> sanctions(db.sql(ALL.formatted("s.matter = ? and s.party = ?"))
                                .params(matter, party)));
    }

    /** Whose climb for what. */
    private record Climb(String matter, String party) {}

    /** Those of them that count, the earliest first. */
    List<Sanction> counting(String matter, String party) {
        return of(matter, party).stream()
                .filter(Sanction::counts)
                .sorted(Sanction.EARLIEST_FIRST)
                .toList();
    }

    /** The rungs that a party has come to for anything. */
    List<Sanction> ofParty(String party) {
        return sanctions(db.sql(ALL.formatted("s.party = ?")).param(party));
    }

    /** The rungs that were imposed in an escalation. */
    List<Sanction> ofCase(String caseNo) {
        return sanctions(
                db.sql(ALL.formatted("s.id in (select sanction_id from whistle.sanction_event where case_no = ?)"))
                        .param(caseNo));
    }

    /** Takes a rung. Of two that take it at once the later one fails at the key. */
    void insert(Sanction sanction) {
        known.get().clear();
        db.sql("insert into whistle.sanction (id, matter, party, unit, rung) values (?, ?, ?, ?, ?)")
                .params(
                        sanction.id(),
                        sanction.matter(),
                        sanction.party(),
                        sanction.unit(),
                        sanction.rung().name())
                .update();
    }

    /** @param document id of the letter that was served; null for anything else */
    void add(Sanction to, Event event, @Nullable String document) {
        known.get().clear();
        db.sql("""
                insert into whistle.sanction_event
                    (sanction_id, number, kind, at, actor, case_no, document, doc_number, reason, step)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        to.id(),
                        to.events().size() + 1,
                        event.kind().name(),
                        event.at().atZone(CHINA).toOffsetDateTime(),
                        event.actor(),
                        event.caseNo(),
                        document,
                        event.documentNumber(),
                        event.reason(),
                        event.step())
                .update();
    }

    private static List<Sanction> sanctions(JdbcClient.StatementSpec query) {
        Map<String, Sanction> found = new LinkedHashMap<>();
        query.query((row, number) -> {
                    String id = row.getString("id");
                    Sanction before = found.get(id);
                    List<Event> events = before == null ? new ArrayList<>() : new ArrayList<>(before.events());
                    events.add(event(row));
                    return found.put(id, sanction(row, events));
                })
                .list();
        return List.copyOf(found.values());
    }

    private static Sanction sanction(ResultSet row, List<Event> events) throws SQLException {
        return new Sanction(
                row.getString("id"),
                row.getString("matter"),
                row.getString("party"),
                row.getString("unit"),
                LadderRung.valueOf(row.getString("rung")),
                List.copyOf(events));
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                SanctionState.valueOf(row.getString("kind")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("case_no"),
                row.getString("doc_number"),
                row.getString("reason"),
                row.getString("step"));
    }
}
