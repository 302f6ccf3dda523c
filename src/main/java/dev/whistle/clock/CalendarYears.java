package dev.whistle.clock;

import dev.whistle.engine.Unrestricted;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The holidays and make-up workdays of each year, as the State Council announces them. */
@Component
public class CalendarYears {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarYears.class);

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final WorkCalendars calendars;
    private final Reprojection reprojection;
    private final Unrestricted engine;

    CalendarYears(
            JdbcClient db,
            JdbcTemplate batches,
            WorkCalendars calendars,
            Reprojection reprojection,
            Unrestricted engine) {
        this.db = db;
        this.batches = batches;
        this.calendars = calendars;
        this.reprojection = reprojection;
        this.engine = engine;
    }

    /** A year's days in order; none for a year that is not published. */
    public CalendarYear of(int year) {
        boolean published = db.sql("select count(*) from whistle.calendar_year where published_year = ?")
                        .param(year)
                        .query(Integer.class)
                        .single()
                > 0;
        return new CalendarYear(year, published, days(year, false), days(year, true));
    }

    /**
     * Publishes a year, in place of what was published before. Clocks that run into it are counted again in the same
     * transaction, and their tasks follow.
     *
     * @throws Problem if the days contradict each other or the week; all of them are named
     */
    public CalendarYear publish(int year, List<DraftDay> holidays, List<DraftDay> workdays) {
        CalendarYear checked = new CalendarCheck(year).of(holidays, workdays);
        int moved = engine.run(() -> replace(checked));
        LOG.info("calendar of {} published, {} clocks counted again", year, moved);
        return of(year);
    }

    private int replace(CalendarYear days) {
        // First of all: clocks that are being started end their transactions before this gets the row.
        db.sql("update whistle.calendar_version set version = version + 1").update();
        boolean known = db.sql("delete from whistle.calendar_year where published_year = ?")
                        .param(days.year())
                        .update()
                > 0;
        db.sql("insert into whistle.calendar_year (published_year) values (?)")
                .param(days.year())
                .update();
        db.sql("delete from whistle.calendar_day where on_day between ? and ?")
                .params(LocalDate.of(days.year(), 1, 1), LocalDate.of(days.year(), 12, 31))
                .update();
        batches.batchUpdate(
                "insert into whistle.calendar_day (on_day, working, name) values (?, ?, ?)",
                Stream.concat(
                                days.holidays().stream().map(it -> row(it, false)),
                                days.workdays().stream().map(it -> row(it, true)))
                        .toList());
        String reason = Texts.text(
                Locale.SIMPLIFIED_CHINESE,
                known ? "calendar.reason.corrected" : "calendar.reason.published",
                days.year());
        return reprojection.of(days.year(), calendars.read(), reason);
    }

    private static Object[] row(NamedDay day, boolean working) {
        return new Object[] {day.date(), working, day.name()};
    }

    private List<NamedDay> days(int year, boolean working) {
        return db.sql("""
                        select on_day, name from whistle.calendar_day
                        where working = ? and on_day between ? and ? order by on_day""")
                .params(working, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .query((row, number) -> new NamedDay(row.getObject("on_day", LocalDate.class), row.getString("name")))
                .list();
    }
}
