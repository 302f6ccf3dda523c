package dev.whistle.casefile;

import dev.whistle.transaction.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The particulars of all cases, the last value of each. What a transaction changes is written in one statement before
 * it commits, or before it reads.
 */
@Component
public class Particulars {

    /** The longest value that cases are found by; what is longer was typed freely. */
    static final int LONGEST_VALUE = 100;

    private final PerTransaction<Map<Key, Optional<Particular>>> pending =
            new PerTransaction<>(this::writtenBeforeCommit);
    /** What the running transaction has read, with what it has noted: a form asks for one after the other. */
    private final PerTransaction<Map<String, List<Particular>>> known = new PerTransaction<>(HashMap::new);

    private final JdbcTemplate jdbc;
    private final JdbcClient db;
    private final Cases cases;
    private final CaseFigures figures;
    private final Clock clock;

    Particulars(JdbcTemplate jdbc, JdbcClient db, Cases cases, CaseFigures figures, Clock clock) {
        this.jdbc = jdbc;
        this.db = db;
        this.cases = cases;
        this.figures = figures;
        this.clock = clock;
    }

    private record Key(String caseNo, String name) {}

    /**
     * Notes what a form gave or a step found out. Must run in a transaction.
     *
     * @param emptied names of those that the form asked for and that were left empty: they are taken away
     */
    public void note(String caseNo, Collection<Particular> given, Collection<String> emptied) {
        if (given.isEmpty() && emptied.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException(
                    "particulars are noted inside the transaction of what they were given with");
        }
        if (cases.isNew(caseNo)) {
            known.get().putIfAbsent(caseNo, List.of()); // there is nothing that this transaction has not noted
        }
        count(caseNo, given, emptied);
        known.get().computeIfPresent(caseNo, (any, before) -> with(given, emptied, before));
        emptied.forEach(name -> pending.get().put(new Key(caseNo, name), Optional.empty()));
        given.forEach(it -> pending.get().put(new Key(caseNo, it.name()), Optional.of(it)));
    }

    private void count(String caseNo, Collection<Particular> given, Collection<String> emptied) {
        given.stream()
                .filter(it -> CaseFigures.counts(it.name()))
                .forEach(it -> count(caseNo, it.name(), Optional.of(it)));
        emptied.stream().filter(CaseFigures::counts).forEach(it -> count(caseNo, it, Optional.empty()));
    }

    private void count(String caseNo, String name, Optional<Particular> now) {
        figures.changed(cases.get(caseNo), name, find(caseNo, name), now);
    }

    private static List<Particular> with(
            Collection<Particular> given, Collection<String> emptied, List<Particular> before) {
        Map<String, Particular> all = new LinkedHashMap<>();
        before.forEach(it -> all.put(it.name(), it));
        given.forEach(it -> all.put(it.name(), it.asKept()));
        all.keySet().removeAll(emptied);
        return List.copyOf(all.values());
    }

    /** A case's particulars in the order they were first given, those of the running transaction included. */
    public List<Particular> of(String caseNo) {
        return known.get().computeIfAbsent(caseNo, this::read);
    }

    private List<Particular> read(String caseNo) {
        return of(Set.of(caseNo)).getOrDefault(caseNo, List.of());
    }

    /** The same of many cases at once, by case number; a case without any is left out. */
    public Map<String, List<Particular>> of(Collection<String> caseNos) {
        writePending();
        if (caseNos.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("select * from whistle.case_particular where case_no in (:caseNos) order by id")
                .param("caseNos", Set.copyOf(caseNos))
                .query((row, n) -> Map.entry(row.getString("case_no"), particular(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** One particular of a case by its name; empty where no form has given it. */
    public Optional<Particular> find(String caseNo, String name) {
        return of(caseNo).stream().filter(it -> it.name().equals(name)).findFirst();
    }

    private Map<Key, Optional<Particular>> writtenBeforeCommit() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new WriteBeforeCommit());
        }
        return new LinkedHashMap<>();
    }

    private void writePending() {
        Map<Key, Optional<Particular>> changes = pending.get();
        if (changes.isEmpty()) {
            return;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.batchUpdate(
                """
                merge into whistle.case_particular held
                using (values (cast(? as varchar(20)), cast(? as varchar(100)), cast(? as varchar(100)),
                        cast(? as varchar(200)), cast(? as text), cast(? as timestamp with time zone)))
                    as came (case_no, name, code, label, shown, recorded_at)
                on held.case_no = came.case_no and held.name = came.name
                when matched and came.label is null then delete
                when matched then update set code = came.code, label = came.label, shown = came.shown,
                    recorded_at = came.recorded_at
                when not matched and came.label is not null then
                    insert (case_no, name, code, label, shown, recorded_at)
                    values (came.case_no, came.name, came.code, came.label, came.shown, came.recorded_at)""",
                changes.entrySet().stream()
                        .map(it -> row(it.getKey(), it.getValue().orElse(null), now))
                        .toList());
        changes.clear();
    }

    private static @Nullable Object[] row(Key key, @Nullable Particular given, OffsetDateTime now) {
        return given == null
                ? new @Nullable Object[] {key.caseNo(), key.name(), null, null, null, now}
                : new @Nullable Object[] {
                    key.caseNo(),
                    key.name(),
                    given.value().length() > LONGEST_VALUE ? null : given.value(),
                    given.label(),
                    given.shown(),
                    now
                };
    }

    private static Particular particular(ResultSet row) throws SQLException {
        String code = row.getString("code");
        String shown = row.getString("shown");
        return new Particular(row.getString("name"), row.getString("label"), code == null ? shown : code, shown);
    }

    private final class WriteBeforeCommit implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            writePending();
        }
    }
}
