package dev.whistle.clock;

import dev.whistle.clock.ClockEvent.Kind;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to the clocks; only appended to. */
@Component
class ClockLog {

    /** Databases limit how many values one statement may list. */
    private static final int AT_ONCE = 500;

    private final JdbcTemplate db;
    private final JdbcClient reads;
    private final CurrentOfficer current;

    ClockLog(JdbcTemplate db, JdbcClient reads, CurrentOfficer current) {
        this.db = db;
        this.reads = reads;
        this.current = current;
    }

    void add(ClockEvent event) {
        add(List.of(event));
    }

    void add(List<ClockEvent> events) {
        String actor = current.get().map(Officer::user).orElse(null);
        db.batchUpdate("""
                insert into whistle.clock_event
                    (clock_id, at, kind, actor, old_due, new_due, added, reason, basis, step)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", events.stream().map(event -> values(event, actor)).toList());
    }

    /** Everything that happened to a clock, in order. */
    List<ClockEvent> of(String clockId) {
        return of(List.of(clockId)).getOrDefault(clockId, List.of());
    }

    /** Everything that happened to these clocks, in order and by clock. */
    Map<String, List<ClockEvent>> of(Collection<String> clockIds) {
        List<String> ids = List.copyOf(clockIds);
        Map<String, List<ClockEvent>> events = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            reads.sql("select * from whistle.clock_event where clock_id in (:clocks) order by id")
                    .param("clocks", ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
                    .query(ClockLog::row)
                    .list()
                    .forEach(event -> events.computeIfAbsent(event.clockId(), id -> new ArrayList<>())
                            .add(event));
        }
        return events;
    }

    /** When a clock did not run, by what happened to it. */
    static List<Pause> pauses(List<ClockEvent> events) {
        List<Pause> pauses = new ArrayList<>();
        Instant since = null;
        for (ClockEvent event : events) {
            if (event.kind() == Kind.PAUSED) {
                since = event.at();
            } else if (event.kind() == Kind.RESUMED && since != null) {
                pauses.add(new Pause(since, event.at()));
                since = null;
            }
        }
        if (since != null) {
            pauses.add(new Pause(since, null));
        }
        return List.copyOf(pauses);
    }

    private static @Nullable Object[] values(ClockEvent event, @Nullable String actor) {
        Why why = event.why();
        return new @Nullable Object[] {
            event.clockId(),
            time(event.at()),
            event.kind().name(),
            actor,
            time(event.oldDue()),
            time(event.newDue()),
            event.added(),
            why == null ? null : why.reason(),
            why == null ? null : why.basis(),
            why == null ? null : why.step()
        };
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(WorkCalendar.CHINA).toOffsetDateTime();
    }

    private static ClockEvent row(ResultSet row, int number) throws SQLException {
        OffsetDateTime oldDue = row.getObject("old_due", OffsetDateTime.class);
        return new ClockEvent(
                row.getString("clock_id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Kind.valueOf(row.getString("kind")),
                oldDue == null ? null : oldDue.toInstant(),
                row.getObject("new_due", OffsetDateTime.class).toInstant(),
                row.getObject("added", Integer.class),
                new Why(row.getString("reason"), row.getString("basis"), row.getString("step")));
    }
}
