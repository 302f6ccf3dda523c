package dev.whistle.clock;

import dev.whistle.casefile.Cases;
import dev.whistle.transaction.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clocks as they are stored. */
@Component
class ClockTable {

    private static final String UPDATE = """
            update whistle.case_clock set effect = ?, state = ?, extended = ?, consumed = ?, running_since = ?, paused_since = ?,
                due_at = ?, provisional = ?, ended_at = ?, fired = ?, revision = ?
            where id = ? and revision = ?""";

    private static final String CALENDAR_STANDS = " and exists (select 1 from whistle.calendar_now where version = ?)";

    private static final Comparator<CaseClock> AS_STARTED = Comparator.comparing(CaseClock::anchorAt)
            .thenComparing(CaseClock::kind)
            .thenComparing(CaseClock::occasion);

    /** What the running transaction has read or written: a model asks for the same clock at every step. */
    private final PerTransaction<Map<ClockKey, CaseClock>> known = new PerTransaction<>(HashMap::new);

    /** Cases of which the running transaction has read all clocks: its closing and its archive ask for the same. */
    private final PerTransaction<Set<String>> whole = new PerTransaction<>(HashSet::new);

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final Cases cases;

    ClockTable(JdbcClient db, JdbcTemplate batches, Cases cases) {
        this.db = db;
        this.batches = batches;
        this.cases = cases;
    }

    Optional<CaseClock> find(ClockKey key) {
        return Optional.ofNullable(known.get().get(key))
                .or(() ->
                        cases.isNew(key.caseNo()) ? Optional.empty() : read(key).map(this::remember));
    }

    private Optional<CaseClock> read(ClockKey key) {
        return db.sql("select * from whistle.case_clock where case_no = ? and kind = ? and occasion = ?")
                .params(key.caseNo(), key.kind(), key.occasion())
                .query(ClockTable::row)
                .optional();
    }

    Optional<CaseClock> withId(String id) {
        return known.get().values().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .or(() -> db.sql("select * from whistle.case_clock where id = ?")
                        .param(id)
                        .query(ClockTable::row)
                        .optional()
                        .map(this::remember));
    }

    /** The clocks of a case in the order they were started. */
    List<CaseClock> of(String caseNo) {
        if (!whole.get().add(caseNo)) {
            return known.get().values().stream()
                    .filter(it -> it.caseNo().equals(caseNo))
                    .sorted(AS_STARTED)
                    .toList();
        }
        List<CaseClock> read = of(List.of(caseNo));
        read.forEach(this::remember);
        return read;
    }

    /** The clocks of these cases, by case number in the order they were started. */
    List<CaseClock> of(Collection<String> caseNos) {
        return caseNos.isEmpty()
                ? List.of()
                : db.sql("""
                        select * from whistle.case_clock where case_no in (:cases)
                        order by case_no, anchor_at, kind, occasion""").param("cases", caseNos).query(ClockTable::row).list();
    }

    /** Clocks that run or are paused, by their ids after this one. */
    List<CaseClock> openAfter(String id, int atMost) {
        return db.sql("""
                        select * from whistle.case_clock where state in ('RUNNING', 'PAUSED') and id > ?
                        order by id fetch first %d rows only""".formatted(atMost)).param(id).query(ClockTable::row).list();
    }

    /** Clocks that run or are paused, by their ids from this one to that. */
    List<CaseClock> openBetweenIds(String first, String last) {
        return db.sql("""
                        select * from whistle.case_clock
                        where state in ('RUNNING', 'PAUSED') and id between ? and ? order by id""").params(first, last).query(ClockTable::row).list();
    }

    /** Clocks that run or are paused and whose days reach into this time. */
    List<CaseClock> openBetween(Instant from, Instant until) {
        return db.sql("""
                        select * from whistle.case_clock
                        where state in ('RUNNING', 'PAUSED') and unit <> 'HOUR' and due_at > ? and anchor_at < ?""")
                .params(time(from), time(until))
                .query(ClockTable::row)
                .list();
    }

    /** Asks in the same statement whether the calendar it was counted by still stands; if not, nothing is inserted. */
    boolean insert(CaseClock clock, long calendarVersion) {
        boolean done = db.sql("""
                        insert into whistle.case_clock
                            (id, case_no, kind, occasion, name, clause, table_version, effect, budget, unit, reminders,
                             pausable, extendable, holder_unit, anchor_at, running_since, due_at, provisional, state)
                        select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                        from whistle.calendar_now where version = ?""")
                        .params(
                                clock.id(),
                                clock.caseNo(),
                                clock.kind(),
                                clock.occasion(),
                                clock.name(),
                                clock.clause(),
                                clock.terms().tableVersion(),
                                clock.effect().name(),
                                clock.budget(),
                                clock.unit().name(),
                                Reminders.text(clock.terms().reminders()),
                                clock.terms().pausable(),
                                clock.terms().extendable(),
                                clock.holder(),
                                time(clock.anchorAt()),
                                time(clock.anchorAt()),
                                time(clock.dueAt()),
                                clock.provisional(),
                                clock.state().name(),
                                calendarVersion)
                        .update()
                > 0;
        if (done) {
            remember(clock);
        }
        return done;
    }

    /** Stores where a clock stands now, unless somebody else has changed it meanwhile. */
    boolean update(CaseClock clock) {
        return update(List.of(clock)).size() == 1;
    }

    /** Stores that a rung is acted on, unless somebody else acts on it or has changed the clock. */
    boolean claim(CaseClock clock, Instant at) {
        boolean claimed = update(clock);
        if (claimed) {
            db.sql("insert into whistle.clock_fire (clock_id, rung, at) values (?, ?, ?)")
                    .params(clock.id(), clock.standing().fired(), time(at))
                    .update();
        }
        return claimed;
    }

    /** The same as {@link #update(CaseClock)}, and only if the calendar it was counted by still stands. */
    boolean update(CaseClock clock, long calendarVersion) {
        boolean done = batches.update(UPDATE + CALENDAR_STANDS, with(values(clock), calendarVersion)) > 0;
        if (done) {
            remember(clock);
        }
        return done;
    }

    /** The case is closed: what of its clocks has no end is looked for no longer. */
    void close(String caseNo) {
        db.sql("update whistle.case_clock set closed = true where case_no = ? and ended_at is null")
                .param(caseNo)
                .update();
    }

    /** Those that nobody else has changed meanwhile. */
    List<CaseClock> update(List<CaseClock> clocks) {
        int[] rows = batches.batchUpdate(
                UPDATE, clocks.stream().map(ClockTable::values).toList());
        List<CaseClock> done = IntStream.range(0, rows.length)
                .filter(i -> rows[i] > 0)
                .mapToObj(clocks::get)
                .toList();
        done.forEach(this::remember);
        return done;
    }

    private static @Nullable Object[] values(CaseClock clock) {
        Standing now = clock.standing();
        return new @Nullable Object[] {
            clock.effect().name(),
            now.state().name(),
            now.extended(),
            now.consumed(),
            time(now.runningSince()),
            time(now.pausedSince()),
            time(now.dueAt()),
            now.provisional(),
            time(now.endedAt()),
            now.fired(),
            now.revision(),
            clock.id(),
            now.revision() - 1
        };
    }

    private static @Nullable Object[] with(@Nullable Object[] values, Object more) {
        @Nullable Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = more;
        return all;
    }

    private CaseClock remember(CaseClock clock) {
        known.get().put(clock.key(), clock);
        return clock;
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(WorkCalendar.CHINA).toOffsetDateTime();
    }

    private static CaseClock row(ResultSet row, int number) throws SQLException {
        return new CaseClock(
                row.getString("id"),
                row.getString("case_no"),
                row.getString("occasion"),
                row.getString("holder_unit"),
                terms(row),
                row.getObject("anchor_at", OffsetDateTime.class).toInstant(),
                standing(row));
    }

    private static TimeLimit terms(ResultSet row) throws SQLException {
        return new TimeLimit(
                row.getString("kind"),
                row.getString("name"),
                row.getString("clause"),
                row.getInt("budget"),
                TimeUnit.valueOf(row.getString("unit")),
                Effect.valueOf(row.getString("effect")),
                Reminders.of(row.getString("reminders")),
                row.getBoolean("pausable"),
                row.getInt("extendable"),
                row.getInt("table_version"));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                ClockState.valueOf(row.getString("state")),
                row.getInt("extended"),
                row.getLong("consumed"),
                instant(row, "running_since"),
                instant(row, "paused_since"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("provisional"),
                instant(row, "ended_at"),
                row.getInt("fired"),
                row.getInt("revision"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
