package dev.whistle.register;

import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of committees and what stands in for one. */
@Component
public class Committees {

    private final JdbcClient db;
    private final CurrentOfficer current;
    private final Clock clock;

    Committees(JdbcClient db, CurrentOfficer current, Clock clock) {
        this.db = db;
        this.current = current;
        this.clock = clock;
    }

    /** Those of a compound in the order of time. */
    public List<Committee> of(String compound) {
        return db.sql("select * from whistle.committee where compound = ? order by from_day")
                .param(compound)
                .query(Committees::committee)
                .list();
    }

    /** All that are recorded, by compound and time. */
    public List<Committee> all() {
        return db.sql("select * from whistle.committee order by compound, from_day")
                .query(Committees::committee)
                .list();
    }

    /** The one in office on a day, its term over or not; empty where there is none. */
    public Optional<Committee> on(String compound, LocalDate day) {
        return of(compound).stream()
                .filter(it -> !it.from().isAfter(day)
                        && (it.endedOn() == null || !it.endedOn().isBefore(day)))
                .reduce((earlier, later) -> later);
    }

    /** Adds one; when those before it ended is for the caller to say. */
    public void add(Committee committee) {
        db.sql("""
                insert into whistle.committee
                    (id, compound, kind, filing_no, members, from_day, to_day, ended_on, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID().toString(),
                        committee.compound(),
                        committee.kind().name(),
                        committee.filingNo(),
                        committee.members(),
                        committee.from(),
                        committee.to(),
                        committee.endedOn(),
                        current.get().map(Officer::user).orElse(null),
                        OffsetDateTime.now(clock))
                .update();
    }

    /** Corrects the one of this compound and first day. */
    public void change(Committee committee) {
        db.sql("""
                update whistle.committee
                set kind = ?, filing_no = ?, members = ?, to_day = ?, ended_on = ?, recorded_by = ?, recorded_at = ?
                where compound = ? and from_day = ?""")
                .params(
                        committee.kind().name(),
                        committee.filingNo(),
                        committee.members(),
                        committee.to(),
                        committee.endedOn(),
                        current.get().map(Officer::user).orElse(null),
                        OffsetDateTime.now(clock),
                        committee.compound(),
                        committee.from())
                .update();
    }

    private static Committee committee(ResultSet row, int number) throws SQLException {
        return new Committee(
                row.getString("compound"),
                CommitteeKind.valueOf(row.getString("kind")),
                row.getString("filing_no"),
                row.getInt("members"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getObject("ended_on", LocalDate.class));
    }
}
