package dev.whistle.register;

import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which company each street calls in an emergency (AS.4). */
@Component
public class Standbys {

    private final JdbcClient db;
    private final CurrentOfficer current;
    private final Clock clock;

    Standbys(JdbcClient db, CurrentOfficer current, Clock clock) {
        this.db = db;
        this.current = current;
        this.clock = clock;
    }

    /** Unit id of the company that a street calls on a day; empty where it has arranged nothing. */
    public Optional<String> of(String street, LocalDate day) {
        return db.sql("""
                        select company from whistle.standby where street = ? and from_day <= ?
                        order by from_day desc fetch first 1 rows only""").params(street, day).query(String.class).optional();
    }

    /** All arrangements by street and time. */
    public List<Standby> all() {
        return db.sql("select street, company, from_day from whistle.standby order by street, from_day")
                .query((row, n) -> new Standby(
                        row.getString("street"), row.getString("company"), row.getObject("from_day", LocalDate.class)))
                .list();
    }

    public void add(Standby standby) {
        db.sql("""
                insert into whistle.standby (street, from_day, company, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?)""")
                .params(
                        standby.street(),
                        standby.from(),
                        standby.company(),
                        current.get().map(Officer::user).orElse(null),
                        OffsetDateTime.now(clock))
                .update();
    }

    /** Another company for this street and day. */
    public void change(Standby standby) {
        db.sql("""
                update whistle.standby set company = ?, recorded_by = ?, recorded_at = ?
                where street = ? and from_day = ?""")
                .params(
                        standby.company(),
                        current.get().map(Officer::user).orElse(null),
                        OffsetDateTime.now(clock),
                        standby.street(),
                        standby.from())
                .update();
    }
}
