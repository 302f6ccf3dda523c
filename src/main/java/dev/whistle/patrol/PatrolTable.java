package dev.whistle.patrol;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.SealedText;
import dev.whistle.casefile.Sealing;
import dev.whistle.organisation.Compounds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Patrols as they are stored. */
@Component
class PatrolTable {

    private static final String BETWEEN_NAMES = "\n";

    private final JdbcClient db;
    private final Sealing sealing;
    private final Clock clock;

    PatrolTable(JdbcClient db, Sealing sealing, Clock clock) {
        this.db = db;
        this.sealing = sealing;
        this.clock = clock;
    }

    /**
     * One statement.
     *
     * @param content tells what else was said of it
     * @throws org.springframework.dao.DuplicateKeyException if these people's patrol of that minute is there already
     */
    void insert(Patrol patrol, String content) {
        SealedText people = sealing.seal(patrol.id(), String.join(BETWEEN_NAMES, patrol.people()));
        db.sql("""
                insert into whistle.patrol (id, unit, compound, kind, patrolled_at, patrolled_on, week, people_key,
                    people, people_mark, finding, note, content, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        patrol.id(),
                        patrol.unit(),
                        patrol.compound(),
                        patrol.kind().name(),
                        time(patrol.at()),
                        patrol.on(),
                        patrol.week(),
                        people.keyId(),
                        people.content(),
                        mark(patrol.people()),
                        patrol.finding(),
                        patrol.note(),
                        content,
                        patrol.recordedBy(),
                        OffsetDateTime.now(clock))
                .update();
    }

    /** What was found went on as this case. */
    void found(Patrol patrol, String caseNo) {
        db.sql("update whistle.patrol set case_no = ? where id = ?")
                .params(caseNo, patrol.id())
                .update();
    }

    /** A patrol that is there, and what tells its content from another's. */
    record Earlier(Patrol patrol, String content) {}

    /** The patrol of the same people in the same place at the same minute. */
    Optional<Earlier> same(CheckedPatrol as) {
        return db.sql("""
                        select * from whistle.patrol
                        where unit = ? and compound = ? and patrolled_at = ? and people_mark = ?""")
                .params(as.unit().id(), as.compound().id(), time(as.at()), mark(as.people()))
                .query((row, n) -> new Earlier(patrol(row, true), row.getString("content")))
                .optional();
    }

    /**
     * Patrols from a day to another, the latest first: of these units, and of anybody's in these units' compounds, whose
     * names are left out.
     *
     * @param most at most so many
     */
    List<Patrol> of(PatrolQuery query, Collection<String> readable, int most) {
        return asked(
                        "select p.*, case when p.unit in (:readable) then 1 else 0 end as named",
                        "order by p.patrolled_at desc, p.id fetch first :most rows only",
                        query,
                        readable)
                .param("most", most)
                .query((row, n) -> patrol(row, row.getInt("named") == 1))
                .list();
    }

    /** How many of them there are. */
    long count(PatrolQuery query, Collection<String> readable) {
        return asked("select count(*)", "", query, readable).query(Long.class).single();
    }

    private JdbcClient.StatementSpec asked(String what, String order, PatrolQuery query, Collection<String> readable) {
        return db.sql(what + """

                        from whistle.patrol p join whistle.compound c on c.id = p.compound
                        %s
                        where p.week between :firstWeek and :lastWeek and p.patrolled_on between :first and :last
                            and (p.unit in (:readable) or c.community in (:readable) or c.street in (:readable)
                                or r.company in (:readable))
                            and (p.unit = :unit or :anyUnit) and (p.compound = :compound or :anyCompound)
                        """.formatted(Compounds.withRunner("p.patrolled_on")) + order)
                .param("readable", readable)
                .param("firstWeek", Weeks.of(query.first())) // weeks are what the index begins with
                .param("lastWeek", Weeks.of(query.last()))
                .param("first", query.first())
                .param("last", query.last())
                .param("unit", query.unit() == null ? "" : query.unit())
                .param("anyUnit", query.unit() == null)
                .param("compound", query.compound() == null ? "" : query.compound())
                .param("anyCompound", query.compound() == null);
    }

    /** Who went on the patrol that a case came of. */
    Optional<Patrol> ofCase(String caseNo) {
        return db.sql("select * from whistle.patrol where case_no = ?")
                .param(caseNo)
                .query((row, n) -> patrol(row, true))
                .optional();
    }

    private String mark(List<String> people) {
        return sealing.mark(String.join(BETWEEN_NAMES, people));
    }

    private Patrol patrol(ResultSet row, boolean named) throws SQLException {
        String id = row.getString("id");
        return new Patrol(
                id,
                row.getString("unit"),
                row.getString("compound"),
                PatrolKind.valueOf(row.getString("kind")),
                row.getObject("patrolled_at", OffsetDateTime.class).toInstant(),
                row.getObject("patrolled_on", LocalDate.class),
                row.getObject("week", LocalDate.class),
                named
                        ? List.of(sealing.open(id, new SealedText(row.getString("people_key"), row.getString("people")))
                                .split(BETWEEN_NAMES))
                        : List.of(),
                row.getBoolean("finding"),
                row.getString("note"),
                row.getString("recorded_by"),
                row.getString("case_no"));
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atZone(ChineseTime.CHINA).toOffsetDateTime();
    }
}
