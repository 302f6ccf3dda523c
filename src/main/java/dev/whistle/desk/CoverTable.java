package dev.whistle.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of covers. */
@Component
class CoverTable {

    private final JdbcClient db;
    private final Clock clock;

    CoverTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Whoever registers a cover for these users at the same time waits until this transaction has ended. */
    void hold(Collection<String> users) {
        db.sql("select id_ from public.act_id_user where id_ in (:users) order by id_ for update")
                .param("users", users)
                .query(String.class)
                .list();
    }

    Cover add(NewCover wanted, String by) {
        Cover added = new Cover(
                UUID.randomUUID().toString(),
                wanted.person(),
                wanted.deputy(),
                wanted.from(),
                wanted.to(),
                wanted.reason(),
                null);
        db.sql("""
                        insert into whistle.cover
                            (id, person, deputy, first_day, last_day, reason, made_by, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        added.id(),
                        added.person(),
                        added.deputy(),
                        added.from(),
                        added.to(),
                        added.reason(),
                        by,
                        OffsetDateTime.now(clock))
                .update();
        return added;
    }

    /** Ends one before its time; false where it was ended before. */
    boolean end(String id, String by) {
        return db.sql("update whistle.cover set ended_at = ?, ended_by = ? where id = ? and ended_at is null")
                        .params(OffsetDateTime.now(clock), by, id)
                        .update()
                == 1;
    }

    Optional<Cover> find(String id) {
        return db.sql("select * from whistle.cover where id = ?")
                .param(id)
                .query(CoverTable::cover)
                .optional();
    }

    /** Those of people who are away at some time from this day to that one, the first to begin first. */
    List<Cover> ofPersons(Collection<String> persons, LocalDate from, LocalDate to) {
        return between("person in (:users)", persons, from, to);
    }

    /** Those that these users stand in for at some time from this day to that one. */
    List<Cover> ofDeputies(Collection<String> deputies, LocalDate from, LocalDate to) {
        return between("deputy in (:users)", deputies, from, to);
    }

    /** Those that concern these users either way and end on this day or later, ended ones included. */
    List<Cover> concerning(Collection<String> users, LocalDate since) {
        return db.sql("""
                        select * from whistle.cover
                        where (person in (:users) or deputy in (:users)) and last_day >= :since
                        order by first_day desc, id""")
                .param("users", users)
                .param("since", since)
                .query(CoverTable::cover)
                .list();
    }

    private List<Cover> between(String whose, Collection<String> users, LocalDate from, LocalDate to) {
        return db.sql("select * from whistle.cover where " + whose
                        + " and ended_at is null and first_day <= :to and last_day >= :from order by first_day, id")
                .param("users", users)
                .param("from", from)
                .param("to", to)
                .query(CoverTable::cover)
                .list();
    }

    private static Cover cover(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Cover(
                row.getString("id"),
                row.getString("person"),
                row.getString("deputy"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("reason"),
                ended == null ? null : ended.toInstant());
    }
}
