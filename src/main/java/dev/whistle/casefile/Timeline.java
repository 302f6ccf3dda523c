package dev.whistle.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.transaction.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The append-only timeline of all cases. Lines of one transaction are gathered and written together just before it
 * commits: one statement a transaction instead of one a step.
 */
@Component
public class Timeline {

    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};

    private final PerTransaction<List<CaseEvent>> pending = new PerTransaction<>(this::writtenBeforeCommit);
    private final JdbcTemplate jdbc;
    private final JdbcClient db;
    private final ObjectMapper json;
    private final Clock clock;
    private final CurrentOfficer current;
    private final CitedClauses cited;

    Timeline(
            JdbcTemplate jdbc,
            JdbcClient db,
            ObjectMapper json,
            Clock clock,
            CurrentOfficer current,
            CitedClauses cited) {
        this.jdbc = jdbc;
        this.db = db;
        this.json = json;
        this.clock = clock;
        this.current = current;
        this.cited = cited;
    }

    /** Records an act outside the model, e.g. that a file was read. Must run in a transaction. */
    public void record(String caseNo, EventKind kind, String name) {
        record(caseNo, kind, null, name, null, List.of());
    }

    /** Records a line for the officer who is acting now. Must run in a transaction. */
    public void record(
            String caseNo,
            EventKind kind,
            @Nullable String element,
            String name,
            @Nullable String clauses,
            List<Entry> entered) {
        record(caseNo, kind, element, name, clauses, entered, null);
    }

    /**
     * The same for an officer who may be doing a colleague's work.
     *
     * @param colleague user id of that colleague; null where there is none
     */
    public void record(
            String caseNo,
            EventKind kind,
            @Nullable String element,
            String name,
            @Nullable String clauses,
            List<Entry> entered,
            @Nullable String colleague) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("the timeline is written inside the transaction of what it tells");
        }
        Optional<Officer> officer = current.get();
        String unit =
                officer.flatMap(it -> it.units().stream().sorted().findFirst()).orElse(null);
        pending.get()
                .add(new CaseEvent(
                        caseNo,
                        clock.instant(),
                        kind,
                        officer.map(Officer::user).orElse(null),
                        unit,
                        colleague,
                        element,
                        name,
                        clauses,
                        List.copyOf(entered)));
        if (clauses != null) {
            cited.note(caseNo, clauses);
        }
    }

    /** A case's timeline, oldest line first, lines of the running transaction included. */
    public List<CaseEvent> of(String caseNo) {
        writePending();
        return db.sql("select * from whistle.case_event where case_no = ? order by id")
                .param(caseNo)
                .query(this::event)
                .list();
    }

    private List<CaseEvent> writtenBeforeCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new WriteBeforeCommit());
        }
        return new ArrayList<>();
    }

    private void writePending() {
        List<CaseEvent> lines = pending.get();
        if (lines.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                insert into whistle.case_event (case_no, at, kind, actor, unit, stands_in_for, element, name, clauses, entered)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", lines.stream().map(this::row).toList());
        lines.clear();
    }

    private Object[] row(CaseEvent event) {
        return new Object[] {
            event.caseNo(),
            event.at().atZone(clock.getZone()).toOffsetDateTime(),
            event.kind().name(),
            event.actor(),
            event.unit(),
            event.standsInFor(),
            event.element(),
            event.name(),
            event.clauses(),
            event.entered().isEmpty() ? null : write(event.entered())
        };
    }

    private CaseEvent event(ResultSet row, int number) throws SQLException {
        String entered = row.getString("entered");
        return new CaseEvent(
                row.getString("case_no"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                EventKind.valueOf(row.getString("kind")),
                row.getString("actor"),
                row.getString("unit"),
                row.getString("stands_in_for"),
                row.getString("element"),
                row.getString("name"),
                row.getString("clauses"),
                entered == null ? List.of() : read(entered));
    }

    private String write(List<Entry> entries) {
        try {
            return json.writeValueAsString(entries);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<Entry> read(String entries) {
        try {
            return json.readValue(entries, ENTRIES);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("timeline line is not readable", damaged);
        }
    }

    private final class WriteBeforeCommit implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            writePending();
        }
    }
}
