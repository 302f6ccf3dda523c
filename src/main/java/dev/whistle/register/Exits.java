package dev.whistle.register;

import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Responsibility;
import dev.whistle.organisation.Units;
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

/** Companies that leave, and each compound that they leave (P05). A compound is left in one case at a time. */
@Component
public class Exits {

    /** Of a row {@code e} of exits: its company leaves, or was ordered out of the district; for questions of other parts. */
    public static final String LEAVES = "(e.state = 'OPEN' or e.scope = 'DISTRICT' and e.state = 'DONE')";

    private static final String OPEN = "OPEN";
    private static final String DONE = "DONE";
    private static final String WITHDRAWN = "WITHDRAWN";

    private final JdbcClient db;
    private final Compounds compounds;
    private final Responsibilities responsibilities;
    private final Units units;
    private final Clock clock;

    Exits(JdbcClient db, Compounds compounds, Responsibilities responsibilities, Units units, Clock clock) {
        this.db = db;
        this.compounds = compounds;
        this.responsibilities = responsibilities;
        this.units = units;
        this.clock = clock;
    }

    /**
     * A company is to leave.
     *
     * @param caseNo the case that decides it
     * @param compound the one that it leaves; null where it leaves the district
     * @param reason code of the reason, as {@code exit-reasons.dmn} has it
     * @param lastDay last day of its service; null where it has left already
     */
    public record NewExit(
            String caseNo,
            String company,
            @Nullable String compound,
            String reason,
            @Nullable LocalDate lastDay) {

        ExitScope scope() {
            return compound == null ? ExitScope.DISTRICT : ExitScope.COMPOUND;
        }
    }

    /**
     * A compound that a company leaves.
     *
     * @param handover number of the case that hands it over; null until that is opened
     * @param outcome what came of it; null until it has ended
     */
    public record LeftCompound(
            String caseNo,
            String compound,
            @Nullable String handover,
            @Nullable String outcome) {

        public boolean open() {
            return outcome == null;
        }
    }

    /**
     * Records that a company leaves one compound, or all that it runs or is to run. Again for the same case it changes
     * nothing.
     *
     * @throws Problem naming {@code company} or {@code compound}: unknown, not run by it, or left in another case
     */
    public void open(NewExit exit) {
        if (!units.isCompany(exit.company())) {
            throw Problem.invalid(new FieldError("company", "register.company-unknown", exit.company()));
        }
        db.sql("select id from whistle.company where id = ? for update")
                .param(exit.company())
                .query(String.class)
                .single();
        if (!of(exit.caseNo()).isEmpty()) {
            return;
        }
        List<String> run = runBy(exit.company());
        List<String> left = exit.compound() == null
                ? run.stream().filter(it -> leftIn(it).isEmpty()).toList() // those left in another case go on there
                : List.of(exit.compound());
        if (exit.compound() != null) {
            refuseUnlessRun(exit.company(), exit.compound());
        } else if (run.isEmpty()) {
            throw Problem.invalid(
                    new FieldError("company", "register.company-runs-nothing", units.nameOf(exit.company())));
        }
        db.sql("""
                insert into whistle.company_exit (case_no, company, scope, reason, last_day, state, decided_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        exit.caseNo(),
                        exit.company(),
                        exit.scope().name(),
                        exit.reason(),
                        exit.lastDay(),
                        OPEN,
                        OffsetDateTime.now(clock))
                .update();
        for (int place = 0; place < left.size(); place++) {
            db.sql("insert into whistle.exit_compound (case_no, compound, place) values (?, ?, ?)")
                    .params(exit.caseNo(), left.get(place), place + 1)
                    .update();
        }
    }

    /** Whether a company runs a compound today or is to run it: an application for another cannot be made. */
    public boolean runs(String company, String compound) {
        return runBy(company).contains(compound);
    }

    /** That a company can leave only what it runs, or is to run; empty where it does. */
    public Optional<FieldError> notRun(String company, Compound compound) {
        return runs(company, compound.id())
                ? Optional.empty()
                : Optional.of(new FieldError("compound", "register.not-run", compound.name(), units.nameOf(company)));
    }

    /** That a compound is left in one case at a time; empty where it is left in none. */
    public Optional<FieldError> leftAlready(Compound compound) {
        return leftIn(compound.id())
                .map(it -> new FieldError("compound", "register.left-already", compound.name(), it));
    }

    /** The compounds that are left in a case, in their order. */
    public List<LeftCompound> of(String caseNo) {
        return db.sql("select * from whistle.exit_compound where case_no = ? order by place")
                .param(caseNo)
                .query(Exits::left)
                .list();
    }

    /** The case in which a compound is being left, if any. */
    public Optional<String> leftIn(String compound) {
        return db.sql("""
                        select c.case_no from whistle.exit_compound c
                        join whistle.company_exit e on e.case_no = c.case_no
                        where c.compound = ? and c.ended_at is null and e.state = ?""").params(compound, OPEN).query(String.class).optional();
    }

    /** A case hands a compound over. */
    public void started(String caseNo, String compound, String handover) {
        db.sql("update whistle.exit_compound set handover = ? where case_no = ? and compound = ?")
                .params(handover, caseNo, compound)
                .update();
    }

    /** A compound has been handed over, or stays after all; with the last one the exit is done. */
    public void ended(String caseNo, String compound, String outcome) {
        db.sql("""
                update whistle.exit_compound set outcome = ?, ended_at = ?
                where case_no = ? and compound = ? and ended_at is null""").params(outcome, OffsetDateTime.now(clock), caseNo, compound).update();
        if (of(caseNo).stream().noneMatch(LeftCompound::open)) {
            state(caseNo, DONE);
        }
    }

    /** The company stays: what was ordered, applied for or decided is taken back. */
    public void withdraw(String caseNo) {
        state(caseNo, WITHDRAWN);
    }

    /**
     * Why a company may not take a compound on, if so: it is ordered out of the district, or is leaving this compound.
     * Who was ordered out stays out: letting him in again is for the credit procedure (P07).
     *
     * @return number of the case
     */
    public Optional<String> leaving(String company, String compound) {
        return db.sql("""
                        select e.case_no from whistle.company_exit e
                        where e.company = ? and %s and (e.scope = 'DISTRICT'
                            or exists (select 1 from whistle.exit_compound c
                                where c.case_no = e.case_no and c.compound = ? and c.ended_at is null))
                        order by e.decided_at desc fetch first 1 rows only""".formatted(LEAVES))
                .params(company, compound)
                .query(String.class)
                .optional();
    }

    private List<String> runBy(String company) {
        LocalDate today = LocalDate.now(clock);
        return responsibilities.ofCompany(company).stream()
                .filter(it -> it.to() == null || !it.to().isBefore(today))
                .map(Responsibility::compound)
                .distinct()
                .toList();
    }

    private void refuseUnlessRun(String company, String compound) {
        Compound left = compounds
                .find(compound)
                .orElseThrow(() -> Problem.invalid(new FieldError("compound", "register.compound-unknown", compound)));
        notRun(company, left).or(() -> leftAlready(left)).ifPresent(it -> {
            throw Problem.invalid(it);
        });
    }

    private void state(String caseNo, String state) {
        db.sql("update whistle.company_exit set state = ? where case_no = ? and state = ?")
                .params(state, caseNo, OPEN)
                .update();
    }

    private static LeftCompound left(ResultSet row, int number) throws SQLException {
        return new LeftCompound(
                row.getString("case_no"),
                row.getString("compound"),
                row.getString("handover"),
                row.getString("outcome"));
    }
}
