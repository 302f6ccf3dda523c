package dev.whistle.tally;

import dev.whistle.organisation.Reach;
import dev.whistle.transaction.PerTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What supervisors count, month by month, so that nobody searches all cases for a figure. It is counted in the
 * transaction in which it happens, in one statement just before that commits.
 */
@Component
public class Tallies {

    private final PerTransaction<Pending> pending = new PerTransaction<>(this::writtenBeforeCommit);
    private final JdbcTemplate batches;
    private final JdbcClient db;

    Tallies(JdbcTemplate batches, JdbcClient db) {
        this.batches = batches;
        this.db = db;
    }

    /**
     * Counts this, in the running transaction.
     *
     * @throws IllegalStateException if that commits already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Tally tally) {
        pending.get().add(tally);
    }

    /**
     * What was counted of these measures, each kind once; one statement.
     *
     * @param from first month
     * @param to last month
     * @param reach the units it was counted for
     * @param company whose compounds' cases are asked for besides, whichever unit they count for, and are told apart: of
     *     all others the company is left empty, so that they are added up
     */
    public List<Tally> of(Set<Measure> measures, YearMonth from, YearMonth to, Reach reach, @Nullable String company) {
        return db.sql("""
                        select of_month, measure, procedure, unit, company, item, sum(n) as n
                        from (select t.of_month, t.measure, t.procedure, t.unit, t.item, t.n,
                                     case when t.company = cast(:company as varchar(64)) then t.company else '' end as company
                              from whistle.tally t
                              where t.measure in (:measures) and t.of_month between :from and :to %s) counted
                        group by of_month, measure, procedure, unit, company, item
                        having sum(n) <> 0""".formatted(reach.and("(t.unit in (:units) or t.company = cast(:company as varchar(64)))")))
                .param("measures", measures.stream().map(Measure::name).toList())
                .param("from", from.atDay(1))
                .param("to", to.atDay(1))
                .param("units", reach.units())
                .param("company", company)
                .query(Tallies::tally)
                .list();
    }

    private Pending writtenBeforeCommit() {
        TransactionSynchronizationManager.registerSynchronization(new WriteBeforeCommit());
        return new Pending();
    }

    private void write(List<Tally> tallies) {
        batches.batchUpdate("""
                insert into whistle.tally (of_month, measure, procedure, unit, company, item, n, fold)
                values (?, ?, ?, ?, ?, ?, ?, '')""", tallies.stream().map(Tallies::row).toList());
    }

    private static Object[] row(Tally tally) {
        return new Object[] {
            tally.month().atDay(1),
            tally.measure().name(),
            tally.procedure(),
            tally.unit(),
            tally.company(),
            tally.item(),
            tally.count()
        };
    }

    private static Tally tally(ResultSet row, int number) throws SQLException {
        return new Tally(
                YearMonth.from(row.getObject("of_month", LocalDate.class)),
                Measure.valueOf(row.getString("measure")),
                row.getString("procedure"),
                row.getString("unit"),
                row.getString("company"),
                row.getString("item"),
                row.getLong("n"));
    }

    /** What the running transaction counts. */
    private static final class Pending {

        private final List<Tally> tallies = new ArrayList<>();
        private boolean taken;

        void add(Tally tally) {
            if (taken) {
                throw new IllegalStateException("the transaction of " + tally + " commits already");
            }
            tallies.add(tally);
        }

        List<Tally> take() {
            taken = true;
            return tallies;
        }
    }

    private final class WriteBeforeCommit implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            write(pending.get().take());
        }
    }
}
