package dev.whistle.casefile;

import dev.whistle.organisation.Access;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.transaction.PerTransaction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Which clauses the timelines of cases cite: what the timeline says, kept so that it can be counted. It is written with
 * the timeline, in one statement a transaction. Nothing makes a row unique: two transactions of one case may cite a
 * clause for the first time at once, and neither may fail for that; readers count a case once.
 */
@Component
public class CitedClauses {

    private final PerTransaction<Set<Citing>> pending = new PerTransaction<>(this::writtenBeforeCommit);
    private final JdbcTemplate batches;
    private final JdbcClient db;
    private final Access access;
    private final CurrentOfficer current;

    CitedClauses(JdbcTemplate batches, JdbcClient db, Access access, CurrentOfficer current) {
        this.batches = batches;
        this.db = db;
        this.access = access;
        this.current = current;
    }

    /**
     * A line of the case's timeline cites these. Must run in a transaction.
     *
     * @param clauses ids, separated by blanks
     */
    void note(String caseNo, String clauses) {
        Stream.of(clauses.strip().split("[\\s、]+"))
                .map(it -> new Citing(it, caseNo))
                .forEach(pending.get()::add);
    }

    /**
     * How many cases, open and closed, cite each clause; a clause that none cites is left out. These are numbers of the
     * whole installation, whoever asks.
     */
    public Map<String, Long> counts() {
        return db
                .sql("select clause, count(distinct case_no) as cases from whistle.case_clause group by clause")
                .query((row, n) -> Map.entry(row.getString("clause"), row.getLong("cases")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many cases cite this clause. */
    public long count(String clause) {
        return db.sql("select count(distinct case_no) from whistle.case_clause where clause = ?")
                .param(clause)
                .query(Long.class)
                .single();
    }

    /** Numbers of the cases that cite this clause and that the officer who is asking may read, the newest first. */
    public List<String> latest(String clause, int most) {
        Set<String> readable = current.get().map(access::readableUnits).orElse(Set.of());
        if (readable.isEmpty()) {
            return List.of();
        }
        return db.sql("""
                select c.case_no from whistle.case_file c
                where exists (select 1 from whistle.case_clause s where s.clause = :clause and s.case_no = c.case_no)
                and %s
                order by c.opened_at desc, c.case_no desc fetch next :most rows only""".formatted(ReadableCases.CAME_TO))
                .param("clause", clause)
                .param("readable", readable)
                .param("most", most)
                .query(String.class)
                .list();
    }

    private Set<Citing> writtenBeforeCommit() {
        TransactionSynchronizationManager.registerSynchronization(new WriteBeforeCommit());
        return new LinkedHashSet<>();
    }

    private void writePending() {
        batches.batchUpdate(
                """
                insert into whistle.case_clause (clause, case_no)
                select said.clause, said.case_no
                from (values (cast(? as varchar(64)), cast(? as varchar(20)))) as said (clause, case_no)
                where not exists (select 1 from whistle.case_clause c
                                  where c.clause = said.clause and c.case_no = said.case_no)""",
                pending.get().stream()
                        .map(it -> new Object[] {it.clause(), it.caseNo()})
                        .toList());
    }

    private record Citing(String clause, String caseNo) {}

    private final class WriteBeforeCommit implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            writePending();
        }
    }
}
