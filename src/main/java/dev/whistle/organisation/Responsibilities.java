package dev.whistle.organisation;

import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who runs which compound on which day. A row counts until the next one, so that no day has two and none has nobody;
 * {@code compound.runs_from} holds on to the first.
 */
@Component
public class Responsibilities {

    private static final String ROWS = """
            select r.compound, r.from_day, r.basis, r.company, r.unit, r.case_no,
                lead(r.from_day) over (partition by r.compound order by r.from_day) as next_day
            from whistle.responsibility r""";

    private final JdbcClient db;
    private final Compounds compounds;
    private final Units units;
    private final CurrentOfficer current;
    private final Clock clock;

    Responsibilities(JdbcClient db, Compounds compounds, Units units, CurrentOfficer current, Clock clock) {
        this.db = db;
        this.compounds = compounds;
        this.units = units;
        this.current = current;
        this.clock = clock;
    }

    /** Who runs a compound on a day; empty for a day before it is known, or an unknown compound. */
    public Optional<Responsibility> on(String compound, LocalDate day) {
        return history(compound).stream()
                .filter(it ->
                        !it.from().isAfter(day) && (it.to() == null || !it.to().isBefore(day)))
                .findFirst();
    }

    /** Whoever has run a compound, runs it or is to run it, in the order of time. */
    public List<Responsibility> history(String compound) {
        return db.sql(ROWS + " where r.compound = ? order by r.from_day")
                .param(compound)
                .query(Responsibilities::responsibility)
                .list();
    }

    /** All that is recorded, by compound and time. */
    public List<Responsibility> all() {
        return db.sql(ROWS + " order by r.compound, r.from_day")
                .query(Responsibilities::responsibility)
                .list();
    }

    /** What a company has run, runs or is to run, by compound and time. */
    public List<Responsibility> ofCompany(String company) {
        return db.sql("select * from (" + ROWS + ") r where r.company = ? order by r.compound, r.from_day")
                .param(company)
                .query(Responsibilities::responsibility)
                .list();
    }

    /**
     * Somebody begins to run a compound. What was planned for later days stays; what is recorded for the same day is
     * replaced, unless that day has passed. Nothing happens where he runs it on that basis already, or where this run of
     * a step has recorded it before.
     *
     * @param step the run of a model's step; null where no model does it
     * @return whether anything was recorded
     * @throws Problem naming the field {@code compound}, {@code runner} or {@code from}: nobody knows it, a company's
     *     place is taken by a unit or the other way round, or somebody has begun to run it since
     */
    public boolean pass(Responsibility next, @Nullable String step) {
        String compound = next.compound();
        if (!compounds.lock(compound)) {
            throw Problem.invalid(new FieldError("compound", "register.compound-unknown", compound));
        }
        if (step != null && recorded(step)) {
            return false;
        }
        refuseOtherRunner(next);
        List<Responsibility> before = history(compound);
        refuseWherePassed(next, before);
        if (runningOn(next.from(), before).filter(next::sameRunner).isPresent()) {
            return false;
        }
        record(next, before, step);
        return true;
    }

    /**
     * Corrects the register, whatever the day: somebody runs a compound from a day on, until the next one. What is
     * recorded for the same day is replaced. Whether it may be is for the caller to decide.
     */
    public void enter(Responsibility one) {
        compounds.lock(one.compound());
        refuseOtherRunner(one);
        record(one, history(one.compound()), null);
    }

    /**
     * Takes away what says only that somebody has run a compound since nobody knows when, if by now it is recorded since
     * when: whoever is known first is the same, or whoever runs it today is.
     */
    public void forgetBeforeRecords(String compound) {
        compounds.lock(compound);
        List<Responsibility> known = history(compound);
        LocalDate today = LocalDate.now(clock);
        List<Responsibility> begun =
                known.stream().skip(1).filter(it -> !it.from().isAfter(today)).toList();
        if (begun.isEmpty() || !known.get(0).from().equals(Responsibility.BEFORE_RECORDS)) {
            return;
        }
        Responsibility unknown = known.get(0);
        if (unknown.sameRunner(begun.get(0)) || unknown.sameRunner(begun.get(begun.size() - 1))) {
            holdOnTo(begun.get(0));
            db.sql("delete from whistle.responsibility where compound = ? and from_day = ?")
                    .params(compound, unknown.from())
                    .update();
            log(unknown, "REPLACED", null);
            compounds.forget(compound);
        }
    }

    /** Takes back what a case has planned for days that have not come; whoever runs the compound before goes on. */
    public void takeBack(String compound, String caseNo) {
        takeBack(compound, caseNo, LocalDate.MIN, LocalDate.MAX);
    }

    /**
     * Takes back what a case has planned for some of the days that have not come.
     *
     * @param from the first of them
     * @param until the day before which it ends; what is planned for that day or later stays
     */
    public void takeBack(String compound, String caseNo, LocalDate from, LocalDate until) {
        compounds.lock(compound);
        LocalDate today = LocalDate.now(clock);
        history(compound).stream()
                .skip(1) // the first row is what the compound holds on to
                .filter(it -> caseNo.equals(it.caseNo()) && it.from().isAfter(today))
                .filter(it -> !it.from().isBefore(from) && it.from().isBefore(until))
                .forEach(it -> {
                    db.sql("delete from whistle.responsibility where compound = ? and from_day = ?")
                            .params(compound, it.from())
                            .update();
                    log(it, "TAKEN_BACK", null);
                });
        compounds.forget(compound);
    }

    private boolean recorded(String step) {
        return db.sql("select count(*) from whistle.responsibility_log where step = ?")
                        .param(step)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void refuseOtherRunner(Responsibility next) {
        String runner = next.runner();
        boolean right = runner == null
                ? !next.basis().byCompany() && !next.basis().byUnit()
                : units.find(runner).stream()
                        .map(Unit::kind)
                        .anyMatch(kind -> next.basis().byCompany()
                                ? kind == UnitKind.COMPANY
                                : kind == UnitKind.COMMUNITY || kind == UnitKind.STREET);
        if (!right) {
            throw Problem.invalid(new FieldError(
                    "runner", "register.runner", next.basis().label(), runner == null ? "" : units.nameOf(runner)));
        }
    }

    /** What has begun already after that day would be written over. */
    private void refuseWherePassed(Responsibility next, List<Responsibility> before) {
        LocalDate today = LocalDate.now(clock);
        before.stream()
                .filter(it -> it.from().isAfter(next.from()) && !it.from().isAfter(today))
                .reduce((earlier, later) -> later)
                .ifPresent(it -> {
                    throw Problem.invalid(new FieldError("from", "register.from-passed", next.from(), it.from()));
                });
    }

    private void record(Responsibility next, List<Responsibility> before, @Nullable String step) {
        before.stream()
                .filter(it -> it.from().equals(next.from()))
                .findFirst()
                .ifPresentOrElse(it -> replace(it, next), () -> add(next));
        log(next, "RECORDED", step);
        if (before.isEmpty() || next.from().isBefore(before.get(0).from())) {
            holdOnTo(next);
        }
        compounds.forget(next.compound());
    }

    private static Optional<Responsibility> runningOn(LocalDate day, List<Responsibility> history) {
        return history.stream().filter(it -> !it.from().isAfter(day)).reduce((earlier, later) -> later);
    }

    private void replace(Responsibility planned, Responsibility next) {
        log(planned, "REPLACED", null);
        write("""
                update whistle.responsibility
                set basis = ?, company = ?, unit = ?, case_no = ?, recorded_by = ?, recorded_at = ?
                where compound = ? and from_day = ?""", next);
    }

    private void add(Responsibility next) {
        write("""
                insert into whistle.responsibility
                    (basis, company, unit, case_no, recorded_by, recorded_at, compound, from_day)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", next);
    }

    private void write(String sql, Responsibility next) {
        db.sql(sql)
                .params(
                        next.basis().name(),
                        next.company(),
                        next.unit(),
                        next.caseNo(),
                        officer(),
                        now(),
                        next.compound(),
                        next.from())
                .update();
    }

    /** The database takes no compound for managed without its first day, nor lets that day's row go. */
    private void holdOnTo(Responsibility first) {
        db.sql("update whistle.compound set runs_from = ? where id = ?")
                .params(first.from(), first.compound())
                .update();
    }

    private void log(Responsibility it, String what, @Nullable String step) {
        db.sql("""
                insert into whistle.responsibility_log
                    (compound, from_day, what, basis, company, unit, case_no, step, officer, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        it.compound(),
                        it.from(),
                        what,
                        it.basis().name(),
                        it.company(),
                        it.unit(),
                        it.caseNo(),
                        step,
                        officer(),
                        now())
                .update();
    }

    private @Nullable String officer() {
        return current.get().map(Officer::user).orElse(null);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Responsibility responsibility(ResultSet row, int number) throws SQLException {
        LocalDate next = row.getObject("next_day", LocalDate.class);
        return new Responsibility(
                row.getString("compound"),
                row.getObject("from_day", LocalDate.class),
                next == null ? null : next.minusDays(1),
                Basis.valueOf(row.getString("basis")),
                row.getString("company"),
                row.getString("unit"),
                row.getString("case_no"));
    }
}
