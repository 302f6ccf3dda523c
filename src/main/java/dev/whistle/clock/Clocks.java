package dev.whistle.clock;

import dev.whistle.transaction.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger of clocks: what must be done by when, and whether it was. */
@Component
public class Clocks {

    /** What the running transaction has read or written: a model asks for the same clock at every step. */
    private final PerTransaction<Map<Key, CaseClock>> known = new PerTransaction<>(HashMap::new);

    private final JdbcClient db;
    private final TimeLimits limits;
    private final WorkCalendars calendars;
    private final ClockLog log;
    private final Clock clock;

    Clocks(JdbcClient db, TimeLimits limits, WorkCalendars calendars, ClockLog log, Clock clock) {
        this.db = db;
        this.limits = limits;
        this.calendars = calendars;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Starts a case's clock of this kind, counted from {@code anchor}. Arming it again returns the clock that runs:
     * a statutory period is never restarted.
     *
     * @throws UnknownTimeLimitException if {@code time-limits.dmn} has no such kind
     */
    public CaseClock arm(String caseNo, String kind, Instant anchor) {
        return find(caseNo, kind).orElseGet(() -> start(caseNo, limits.of(kind), anchor));
    }

    /**
     * Notes that the duty is done now: in time before its end, else the breach stays on record. Done twice, the first
     * time counts.
     */
    public CaseClock meet(String caseNo, String kind) {
        CaseClock running = get(caseNo, kind);
        if (running.state() != ClockState.RUNNING) {
            return running;
        }
        Instant now = clock.instant();
        ClockState state = now.isBefore(running.dueAt()) ? ClockState.MET : ClockState.BREACHED;
        db.sql("update whistle.case_clock set state = ?, ended_at = ? where id = ?")
                .params(state.name(), time(now), running.id())
                .update();
        log.add(new ClockLog.Line(running.id(), state.name(), running.dueAt(), running.dueAt(), null));
        return remember(
                caseNo,
                new CaseClock(
                        running.id(),
                        kind,
                        running.clause(),
                        running.effect(),
                        running.anchorAt(),
                        running.dueAt(),
                        running.provisional(),
                        state,
                        now));
    }

    /** When a task that the clock hangs over is due; called by models in {@code camunda:dueDate}. */
    public Date due(DelegateExecution execution, String kind) {
        return Date.from(get(execution.getProcessBusinessKey(), kind).dueAt());
    }

    /** Whether the duty was done in time; called by models in conditions. */
    public boolean met(DelegateExecution execution, String kind) {
        return get(execution.getProcessBusinessKey(), kind).state() == ClockState.MET;
    }

    /** The clocks of a case in the order they were started. */
    public List<CaseClock> of(String caseNo) {
        return db.sql("select * from whistle.case_clock where case_no = ? order by anchor_at, kind")
                .param(caseNo)
                .query(Clocks::row)
                .list();
    }

    /** The clocks of several cases, by case number. */
    public Map<String, List<CaseClock>> of(Collection<String> caseNos) {
        if (caseNos.isEmpty()) {
            return Map.of();
        }
        Map<String, List<CaseClock>> byCase = new HashMap<>();
        db.sql("select * from whistle.case_clock where case_no in (:cases) order by anchor_at, kind")
                .param("cases", caseNos)
                .query(row -> {
                    byCase.computeIfAbsent(row.getString("case_no"), caseNo -> new ArrayList<>())
                            .add(row(row, 0));
                });
        return byCase;
    }

    public Optional<CaseClock> find(String caseNo, String kind) {
        return Optional.ofNullable(known.get().get(new Key(caseNo, kind))).or(() -> read(caseNo, kind));
    }

    private Optional<CaseClock> read(String caseNo, String kind) {
        return db.sql("select * from whistle.case_clock where case_no = ? and kind = ?")
                .params(caseNo, kind)
                .query(Clocks::row)
                .optional()
                .map(clock -> remember(caseNo, clock));
    }

    private CaseClock remember(String caseNo, CaseClock clock) {
        known.get().put(new Key(caseNo, clock.kind()), clock);
        return clock;
    }

    private CaseClock get(String caseNo, String kind) {
        return find(caseNo, kind)
                .orElseThrow(() -> new IllegalStateException("case " + caseNo + " has no clock " + kind));
    }

    private CaseClock start(String caseNo, TimeLimit limit, Instant anchor) {
        String id = UUID.randomUUID().toString();
        WorkCalendar calendar = calendars.kept();
        CaseClock started = counted(id, limit, anchor, calendar);
        while (!insert(caseNo, limit, started, calendar.version())) {
            calendar = calendars.current();
            started = counted(id, limit, anchor, calendar);
        }
        log.add(new ClockLog.Line(started.id(), "ARMED", null, started.dueAt(), null));
        return remember(caseNo, started);
    }

    private static CaseClock counted(String id, TimeLimit limit, Instant anchor, WorkCalendar calendar) {
        Period period = calendar.period(anchor, limit.budget(), limit.unit());
        return new CaseClock(
                id,
                limit.kind(),
                limit.clause(),
                limit.effect(),
                anchor,
                period.dueAt(),
                period.provisional(),
                ClockState.RUNNING,
                null);
    }

    /** Asks in the same statement whether the calendar it was counted by still stands; if not, nothing is inserted. */
    private boolean insert(String caseNo, TimeLimit limit, CaseClock started, long calendarVersion) {
        return db.sql("""
                insert into whistle.case_clock
                    (id, case_no, kind, clause, table_version, effect, anchor_at, budget, unit, due_at, provisional,
                     state)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING' from whistle.calendar_now where version = ?""")
                        .params(
                                started.id(),
                                caseNo,
                                limit.kind(),
                                limit.clause(),
                                limit.tableVersion(),
                                limit.effect().name(),
                                time(started.anchorAt()),
                                limit.budget(),
                                limit.unit().name(),
                                time(started.dueAt()),
                                started.provisional(),
                                calendarVersion)
                        .update()
                > 0;
    }

    private OffsetDateTime time(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }

    private static CaseClock row(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new CaseClock(
                row.getString("id"),
                row.getString("kind"),
                row.getString("clause"),
                Effect.valueOf(row.getString("effect")),
                row.getObject("anchor_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("provisional"),
                ClockState.valueOf(row.getString("state")),
                ended == null ? null : ended.toInstant());
    }

    private record Key(String caseNo, String kind) {}
}
