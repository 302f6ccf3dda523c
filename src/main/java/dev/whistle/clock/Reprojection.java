package dev.whistle.clock;

import dev.whistle.engine.TaskDueDates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts running clocks again when the days of a year have changed; open tasks follow. */
@Component
class Reprojection {

    private final JdbcTemplate db;
    private final ClockLog log;
    private final TaskDueDates tasks;

    Reprojection(JdbcTemplate db, ClockLog log, TaskDueDates tasks) {
        this.db = db;
        this.log = log;
        this.tasks = tasks;
    }

    /**
     * Gives every running clock that reaches into this year its end by this calendar.
     *
     * @return how many have another end now or are no longer provisional
     */
    int of(int year, WorkCalendar calendar, String reason) {
        List<Moved> moved = running(year).stream()
                .map(clock -> new Moved(clock, calendar.period(clock.anchorAt(), clock.budget(), clock.unit())))
                .filter(Moved::differs)
                .toList();
        List<Moved> done = update(moved);
        log.add(done.stream()
                .map(it -> new ClockLog.Line(
                        it.clock().id(),
                        "RE_PROJECTED",
                        it.clock().dueAt(),
                        it.period().dueAt(),
                        reason))
                .toList());
        tasks.follow(done.stream()
                .map(it -> new TaskDueDates.Moved(
                        it.clock().caseNo(), it.clock().kind(), it.period().dueAt()))
                .toList());
        return done.size();
    }

    private List<Running> running(int year) {
        return db.query("""
                select id, case_no, kind, anchor_at, budget, unit, due_at, provisional from whistle.case_clock
                where state = 'RUNNING' and unit <> 'HOUR' and due_at > ? and anchor_at < ?""", Reprojection::row, newYear(year), newYear(year + 1));
    }

    /** Leaves out what was met meanwhile. */
    private List<Moved> update(List<Moved> moved) {
        int[] rows = db.batchUpdate(
                "update whistle.case_clock set due_at = ?, provisional = ? where id = ? and state = 'RUNNING'",
                moved.stream()
                        .map(it -> new Object[] {
                            it.period().dueAt().atZone(WorkCalendar.CHINA).toOffsetDateTime(),
                            it.period().provisional(),
                            it.clock().id()
                        })
                        .toList());
        List<Moved> done = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] > 0) {
                done.add(moved.get(i));
            }
        }
        return done;
    }

    private static OffsetDateTime newYear(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(WorkCalendar.CHINA).toOffsetDateTime();
    }

    private static Running row(ResultSet row, int number) throws SQLException {
        return new Running(
                row.getString("id"),
                row.getString("case_no"),
                row.getString("kind"),
                row.getObject("anchor_at", OffsetDateTime.class).toInstant(),
                row.getInt("budget"),
                TimeUnit.valueOf(row.getString("unit")),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("provisional"));
    }

    private record Running(
            String id,
            String caseNo,
            String kind,
            Instant anchorAt,
            int budget,
            TimeUnit unit,
            Instant dueAt,
            boolean provisional) {}

    private record Moved(Running clock, Period period) {

        boolean differs() {
            return !clock.dueAt().equals(period.dueAt()) || clock.provisional() != period.provisional();
        }
    }
}
