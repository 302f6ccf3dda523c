package dev.whistle.casefile;

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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The ledger of who held a case how long. What one transaction changes is written just before it commits, in one
 * statement, and all of it at one moment: so a unit whose next task follows at once holds the case without a gap.
 */
@Component
public class Holdings {

    private final PerTransaction<Changes> pending = new PerTransaction<>(this::writtenBeforeCommit);
    /** What the running transaction has read: the closing of a case and its archive ask for the same. */
    private final PerTransaction<Map<String, List<Holding>>> known = new PerTransaction<>(HashMap::new);

    private final JdbcTemplate batches;
    private final JdbcClient db;
    private final Clock clock;

    Holdings(JdbcTemplate batches, JdbcClient db, Clock clock) {
        this.batches = batches;
        this.db = db;
        this.clock = clock;
    }

    /**
     * A task of a case.
     *
     * @param id the engine's
     * @param element id of the model's element
     */
    public record Task(String caseNo, String id, String element, String name) {}

    /** A task came to a unit, unless the unit has it already. Must run in a transaction. */
    public void begin(Task task, String unit) {
        note(task, unit, true);
    }

    /** A task was taken from a unit, or ended in its hands. Must run in a transaction. */
    public void end(Task task, String unit) {
        note(task, unit, false);
    }

    /** Who held a case, in the order they began; changes of the running transaction included. */
    public List<Holding> of(String caseNo) {
        writePending();
        return known.get().computeIfAbsent(caseNo, this::read);
    }

    private List<Holding> read(String caseNo) {
        return HeldTask.joined(
                db.sql("select unit, name, since, until from whistle.case_hold where case_no = ? order by since, id")
                        .param(caseNo)
                        .query(Holdings::row)
                        .list());
    }

    private void note(Task task, String unit, boolean holds) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("who holds a case changes inside the transaction of its tasks");
        }
        known.get().remove(task.caseNo());
        // The last word counts: what was taken away and given again was never away.
        pending.get().held().put(new Part(task.id(), unit), new Change(task, holds));
    }

    private Changes writtenBeforeCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new WriteBeforeCommit());
        }
        return new Changes(clock.instant(), new LinkedHashMap<>());
    }

    private void writePending() {
        Changes changes = pending.get();
        if (changes.held().isEmpty()) {
            return;
        }
        OffsetDateTime at = changes.at().atZone(clock.getZone()).toOffsetDateTime();
        batches.batchUpdate(
                """
                merge into whistle.case_hold held
                using (values (cast(? as varchar(20)), cast(? as varchar(64)), cast(? as varchar(64)),
                        cast(? as varchar(100)), cast(? as varchar(200)), cast(? as timestamp with time zone),
                        cast(? as boolean))) as change (case_no, unit, task, element, name, at, holds)
                on held.task = change.task and held.unit = change.unit and held.until is null
                when matched and not change.holds then update set until = change.at
                when not matched and change.holds then insert (case_no, unit, task, element, name, since)
                    values (change.case_no, change.unit, change.task, change.element, change.name, change.at)""",
                changes.held().entrySet().stream()
                        .map(it -> row(it.getKey(), it.getValue(), at))
                        .toList());
        changes.held().clear();
    }

    private static Object[] row(Part part, Change change, OffsetDateTime at) {
        Task task = change.task();
        return new Object[] {task.caseNo(), part.unit(), task.id(), task.element(), task.name(), at, change.holds()};
    }

    private static HeldTask row(ResultSet row, int number) throws SQLException {
        OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        return new HeldTask(
                row.getString("unit"),
                row.getString("name"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant());
    }

    /** A task in the hands of a unit. */
    private record Part(String task, String unit) {}

    /** Whether the unit holds the task in the end. */
    private record Change(Task task, boolean holds) {}

    /** What the running transaction changes, and the one moment of all of it. */
    private record Changes(Instant at, Map<Part, Change> held) {}

    private final class WriteBeforeCommit implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            writePending();
        }
    }
}
