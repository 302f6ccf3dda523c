package dev.whistle.clock;

import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What happened to the clocks; only appended to. */
@Component
class ClockLog {

    private final JdbcTemplate db;
    private final Clock clock;
    private final CurrentOfficer current;

    ClockLog(JdbcTemplate db, Clock clock, CurrentOfficer current) {
        this.db = db;
        this.clock = clock;
        this.current = current;
    }

    /**
     * A line of the log.
     *
     * @param oldDue null where the clock has only just begun
     * @param reason why, where the event does not say it by itself
     */
    record Line(
            String clockId,
            String kind,
            @Nullable Instant oldDue,
            Instant newDue,
            @Nullable String reason) {}

    void add(Line line) {
        add(List.of(line));
    }

    void add(List<Line> lines) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        String actor = current.get().map(Officer::user).orElse(null);
        db.batchUpdate(
                """
                insert into whistle.clock_event (clock_id, at, kind, actor, old_due, new_due, reason)
                values (?, ?, ?, ?, ?, ?, ?)""",
                lines.stream()
                        .map(line -> new @Nullable Object[] {
                            line.clockId(),
                            now,
                            line.kind(),
                            actor,
                            time(line.oldDue()),
                            time(line.newDue()),
                            line.reason()
                        })
                        .toList());
    }

    private @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(clock.getZone()).toOffsetDateTime();
    }
}
