package dev.whistle.clock;

import dev.whistle.clock.WorkCalendar.Differing;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the calendar in memory. Any node may import a year, so what is kept is behind once the version has risen. */
@Component
class WorkCalendars {

    private final JdbcClient db;
    private volatile @Nullable WorkCalendar kept;

    WorkCalendars(JdbcClient db) {
        this.db = db;
    }

    /** The calendar as this node last read it, without asking the database. */
    WorkCalendar kept() {
        WorkCalendar known = kept;
        return known == null ? current() : known;
    }

    /** The calendar as it stands now. */
    WorkCalendar current() {
        WorkCalendar known = kept;
        if (known == null || known.version() != version()) {
            known = read();
            kept = known;
        }
        return known;
    }

    /** Reads the calendar and keeps nothing: an import that is still running may be undone. */
    WorkCalendar read() {
        long version = version(); // first: days that are newer than their version are read again, older ones never
        Map<LocalDate, Differing> days = new HashMap<>();
        db.sql("select on_day, working, name from whistle.calendar_day").query(row -> {
            days.put(
                    row.getObject("on_day", LocalDate.class),
                    new Differing(row.getBoolean("working"), row.getString("name")));
        });
        Set<Integer> years = new HashSet<>(db.sql("select published_year from whistle.calendar_year")
                .query(Integer.class)
                .list());
        return new WorkCalendar(version, Map.copyOf(days), Set.copyOf(years));
    }

    private long version() {
        return db.sql("select version from whistle.calendar_version")
                .query(Long.class)
                .single();
    }
}
