package dev.whistle.procedure.whistle;

import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.procedure.whistle.Referral.Event;
import dev.whistle.procedure.whistle.Referral.Role;
import dev.whistle.procedure.whistle.Referral.State;
import dev.whistle.transaction.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The referrals as they are stored: a line for each thing that became of one. */
@Component
class ReferralTable {

    /** What the running transaction has read: a model asks again and again. */
    private final PerTransaction<Map<String, List<Referral>>> known = new PerTransaction<>(HashMap::new);

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final CurrentOfficer current;
    private final Clock clock;

    ReferralTable(JdbcClient db, JdbcTemplate batches, CurrentOfficer current, Clock clock) {
        this.db = db;
        this.batches = batches;
        this.current = current;
        this.clock = clock;
    }

    /** A line that is to be added. */
    record Line(
            int round,
            String unit,
            Role role,
            State state,
            @Nullable String by,
            boolean bound,
            @Nullable String reason) {}

    /** The referrals of a case in the order they were made. */
    List<Referral> of(String caseNo) {
        return known.get().computeIfAbsent(caseNo, this::read);
    }

    private record Key(int round, String unit, Role role) {}

    private List<Referral> read(String caseNo) {
        Map<Key, Referral> referrals = new LinkedHashMap<>();
        db.sql("select * from whistle.referral where case_no = ? order by id")
                .param(caseNo)
                .query((row, n) -> join(referrals, referral(row)))
                .list();
        return List.copyOf(referrals.values());
    }

    private static Referral referral(ResultSet row) throws SQLException {
        return new Referral(
                row.getInt("round"),
                row.getString("unit"),
                Role.valueOf(row.getString("role")),
                row.getString("by_unit"),
                row.getBoolean("bound"),
                List.of(new Event(
                        State.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("step"))));
    }

    private static Referral referral(Line line, Instant at, String step) {
        return new Referral(
                line.round(),
                line.unit(),
                line.role(),
                line.by(),
                line.bound(),
                List.of(new Event(line.state(), line.reason(), at, step)));
    }

    /** What was said to a referral before stays in front of what is said now. */
    private static Referral join(Map<Key, Referral> referrals, Referral said) {
        return referrals.merge(new Key(said.round(), said.unit(), said.role()), said, Referral::and);
    }

    /** Adds these lines, as far as this run of the step has not added them already. */
    void add(String caseNo, List<Line> lines, String step) {
        List<Referral> before = of(caseNo);
        if (before.stream().anyMatch(it -> it.isBy(step))) {
            return;
        }
        String officer = current.get().map(Officer::user).orElse(null);
        OffsetDateTime now = OffsetDateTime.now(clock);
        batches.batchUpdate(
                """
                insert into whistle.referral
                    (case_no, round, unit, role, state, by_unit, bound, reason, at, officer, step)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                lines.stream()
                        .map(it -> new @Nullable Object[] {
                            caseNo,
                            it.round(),
                            it.unit(),
                            it.role().name(),
                            it.state().name(),
                            it.by(),
                            it.bound(),
                            it.reason(),
                            now,
                            officer,
                            step
                        })
                        .toList());
        Map<Key, Referral> referrals = new LinkedHashMap<>();
        before.forEach(it -> join(referrals, it));
        lines.forEach(it -> join(referrals, referral(it, now.toInstant(), step)));
        known.get().put(caseNo, List.copyOf(referrals.values()));
    }
}
