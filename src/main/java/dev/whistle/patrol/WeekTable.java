package dev.whistle.patrol;

import dev.whistle.organisation.Compounds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Weeks of patrols: counted for all units at once, by one statement for each kind of unit. */
@Component
class WeekTable {

    /** A company answers for a whole week: one in which the compound changes hands counts for nobody's. */
    private static final String COMPOUNDS = """
            (select c.id, c.community, c.street, case when not exists (
                select 1 from whistle.responsibility y where y.compound = c.id
                    and y.from_day > cast(:day as date) and y.from_day <= cast(:sunday as date))
                then r.company end as company
             from whistle.compound c %s) c
            """.formatted(Compounds.withRunner(":day"));

    private final JdbcClient db;
    private final Clock clock;

    WeekTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The Monday of the last week that has been closed; empty before the first. */
    Optional<LocalDate> lastClosed() {
        return db.sql("select max(week) from whistle.patrol_closing")
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** The Monday of the week of the first patrol there ever was. */
    Optional<LocalDate> first() {
        return db.sql("select min(week) from whistle.patrol")
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** Claims a week. Of two that close it at once the later one fails at the key. */
    void claim(LocalDate week) {
        db.sql("insert into whistle.patrol_closing (week, closed_at) values (?, ?)")
                .params(week, OffsetDateTime.now(clock))
                .update();
    }

    /** Writes how the week ended for all units of a kind. */
    void close(LocalDate week, Minimum minimum) {
        db.sql("insert into whistle.patrol_week (unit, compound, week, minimum, planned, done, shortfall, streak) "
                        + counted(minimum, false))
                .param("week", week)
                .param("day", week)
                .param("sunday", week.plusDays(6))
                .param("before", week.minusWeeks(1))
                .param("minimum", minimum.perWeek())
                .param("kind", minimum.kind().name())
                .update();
    }

    /** How a week that is not closed stands now for one unit. */
    List<PatrolWeek> standing(LocalDate week, Minimum minimum, String unit) {
        return db.sql(counted(minimum, true))
                .param("week", week)
                .param("day", week)
                .param("sunday", week.plusDays(6))
                .param("before", week.minusWeeks(1))
                .param("minimum", minimum.perWeek())
                .param("kind", minimum.kind().name())
                .param("unit", unit)
                .query((row, n) -> week(row, false))
                .list();
    }

    /** Weeks of a unit that are closed, the latest first. */
    List<PatrolWeek> closed(String unit, LocalDate since) {
        return db.sql("""
                        select w.*, c.name as compound_name
                        from whistle.patrol_week w left join whistle.compound c on c.id = w.compound
                        where w.unit = ? and w.week >= ? order by w.week desc, c.name""")
                .params(unit, since)
                .query((row, n) -> week(row, true))
                .list();
    }

    /** What fell short in a week, by unit. */
    List<PatrolWeek> shortIn(LocalDate week) {
        return db.sql("""
                        select w.*, c.name as compound_name
                        from whistle.patrol_week w left join whistle.compound c on c.id = w.compound
                        where w.week = ? and w.shortfall > 0 order by w.unit, c.name""").param(week).query((row, n) -> week(row, true)).list();
    }

    /** Only words of ours are put together; what anybody said goes in as parameters. */
    private static String counted(Minimum minimum, boolean oneUnit) {
        String whose = "c." + minimum.kind().column();
        String done = minimum.byDays() ? "count(distinct p.patrolled_on)" : "count(*)";
        String compound = minimum.perCompound() ? "c.id" : "cast('' as varchar(64))";
        String doneIn = minimum.perCompound() ? "p.compound" : "cast('' as varchar(64))";
        return """
                select t.unit, t.compound, cast(:week as date) as week, cast(:minimum as integer) as minimum,
                    greatest(coalesce(plan.per_week, 0), cast(:minimum as integer)) as planned,
                    coalesce(d.done, 0) as done,
                    greatest(cast(:minimum as integer) - coalesce(d.done, 0), 0) as shortfall,
                    case when coalesce(d.done, 0) < cast(:minimum as integer)
                        then coalesce(earlier.streak, 0) + 1 else 0 end as streak
                """ + (oneUnit ? ", name.name as compound_name\n" : "")
                + """
                from (select distinct WHOSE as unit, COMPOUND as compound
                      from RUN where WHOSE is not null) t
                left join (select p.unit, DONEIN as compound, DONE as done
                           from whistle.patrol p where p.week = cast(:week as date) and p.kind = :kind
                           group by p.unit GROUPED) d on d.unit = t.unit and d.compound = t.compound
                left join whistle.patrol_plan plan on plan.unit = t.unit and plan.compound = t.compound
                left join whistle.patrol_week earlier on earlier.unit = t.unit and earlier.compound = t.compound
                    and earlier.week = cast(:before as date)
                """.replace("RUN", COMPOUNDS)
                        .replace("WHOSE", whose)
                        .replace("COMPOUND", compound)
                        .replace("DONEIN", doneIn)
                        .replace("DONE ", done + " ")
                        .replace("GROUPED", minimum.perCompound() ? ", p.compound" : "")
                + (oneUnit ? """
                        left join whistle.compound name on name.id = t.compound
                        where t.unit = :unit order by compound_name""" : "");
    }

    private static PatrolWeek week(ResultSet row, boolean closed) throws SQLException {
        return new PatrolWeek(
                row.getString("unit"),
                text(row, "compound"),
                row.getString("compound_name"),
                row.getObject("week", LocalDate.class),
                row.getInt("minimum"),
                row.getInt("planned"),
                row.getInt("done"),
                row.getInt("shortfall"),
                row.getInt("streak"),
                closed);
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null || text.isEmpty() ? null : text;
    }
}
