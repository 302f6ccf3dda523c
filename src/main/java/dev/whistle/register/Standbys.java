package dev.whistle.register;

import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

    /** From this day on the street calls this company. */
    public void arrange(String street, LocalDate from, String company) {
        db.sql("delete from whistle.standby where street = ? and from_day = ?")
                .params(street, from)
                .update();
        db.sql("""
                insert into whistle.standby (street, from_day, company, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?)""")
                .params(street, from, company, current.get().map(Officer::user).orElse(null), OffsetDateTime.now(clock))
                .update();
    }
}
