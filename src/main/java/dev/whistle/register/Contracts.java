package dev.whistle.register;

import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of contracts. None is deleted; of a compound no two run on one day. */
@Component
public class Contracts {

    private static final int LONGEST_NUMBER = 60;

    private final JdbcClient db;
    private final Compounds compounds;
    private final Units units;
    private final Exits exits;
    private final CurrentOfficer current;
    private final Clock clock;

    Contracts(JdbcClient db, Compounds compounds, Units units, Exits exits, CurrentOfficer current, Clock clock) {
        this.db = db;
        this.compounds = compounds;
        this.units = units;
        this.exits = exits;
        this.current = current;
        this.clock = clock;
    }

    /** The contracts of a compound in the order of time. */
    public List<Contract> of(String compound) {
        return db.sql("select * from whistle.contract where compound = ? order by from_day, recorded_at")
                .param(compound)
                .query(Contracts::contract)
                .list();
    }

    /** All contracts by compound and time. */
    public List<Contract> all() {
        return db.sql("select * from whistle.contract order by compound, from_day")
                .query(Contracts::contract)
                .list();
    }

    /** The contracts of a company by compound and time. */
    public List<Contract> ofCompany(String company) {
        return db.sql("select * from whistle.contract where company = ? order by compound, from_day, recorded_at")
                .param(company)
                .query(Contracts::contract)
                .list();
    }

    /** The contract by which a compound is run on a day, if any. */
    public Optional<Contract> on(String compound, LocalDate day) {
        return of(compound).stream().filter(it -> it.runsOn(day)).findFirst();
    }

    /**
     * Records a contract; who runs the compound is another register. The same contract again changes nothing.
     *
     * @return whether it was not there before
     * @throws Problem naming each field that is not right: {@code compound}, {@code company} (unknown, or leaving),
     *     {@code number} (missing, too long, or of another contract), {@code toDay}, {@code yearlySum}, {@code grade},
     *     {@code fromDay} (another contract runs then)
     */
    public boolean sign(Contract contract) {
        if (!compounds.lock(contract.compound())) {
            throw Problem.invalid(new FieldError("compound", "register.compound-unknown", contract.compound()));
        }
        List<Contract> others = of(contract.compound());
        Optional<Contract> sameNumber = others.stream()
                .filter(it -> it.number().equals(contract.number()))
                .findFirst();
        if (sameNumber.filter(contract::sameTerms).isPresent()) {
            return false;
        }
        List<FieldError> errors = errors(contract, others, sameNumber.isPresent());
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        add(contract);
        return true;
    }

    /** Adds a contract as it is; whether it may stand there is for the caller to decide. */
    public void add(Contract contract) {
        db.sql("""
                insert into whistle.contract
                    (id, number, compound, company, kind, from_day, to_day, yearly_sum, grade, ended_on, ended_for,
                     case_no, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        UUID.randomUUID().toString(),
                        contract.number(),
                        contract.compound(),
                        contract.company(),
                        contract.kind().name(),
                        contract.from(),
                        contract.to(),
                        contract.yearlySum(),
                        contract.grade(),
                        contract.endedOn(),
                        contract.endedFor(),
                        contract.caseNo(),
                        current.get().map(Officer::user).orElse(null),
                        OffsetDateTime.now(clock))
                .update();
    }

    /** Corrects what is entered under its compound and number; the case that it was recorded in stays. */
    public void change(Contract contract) {
        db.sql("""
                update whistle.contract
                set company = ?, kind = ?, from_day = ?, to_day = ?, yearly_sum = ?, grade = ?, ended_on = ?,
                    ended_for = ?, recorded_by = ?, recorded_at = ?
                where compound = ? and number = ?""")
                .params(
                        contract.company(),
                        contract.kind().name(),
                        contract.from(),
                        contract.to(),
                        contract.yearlySum(),
                        contract.grade(),
                        contract.endedOn(),
                        contract.endedFor(),
                        current.get().map(Officer::user).orElse(null),
                        OffsetDateTime.now(clock),
                        contract.compound(),
                        contract.number())
                .update();
    }

    /**
     * Ends what runs on a day or later and is a company's, with that day as the last. What has ended before stays as it
     * is; so does what others have agreed.
     *
     * @param reason as the register shows it, at most 200 characters
     * @return those that end, as they stand now
     */
    public List<Contract> end(
            String compound, String company, LocalDate lastDay, String reason, @Nullable String caseNo) {
        compounds.lock(compound);
        List<Contract> ending = of(compound).stream()
                .filter(it -> it.company().equals(company) && it.runsAfter(lastDay))
                .map(it -> it.ending(lastDay, reason, caseNo))
                .toList();
        db.sql("""
                update whistle.contract set ended_on = ?, ended_for = ?, case_no = coalesce(?, case_no)
                where compound = ? and company = ? and to_day > ? and (ended_on is null or ended_on > ?)""")
                .params(lastDay, reason, caseNo, compound, company, lastDay, lastDay)
                .update();
        return ending;
    }

    private List<FieldError> errors(Contract contract, List<Contract> others, boolean numberTaken) {
        List<FieldError> errors = new ArrayList<>();
        if (!units.isCompany(contract.company())) {
            errors.add(new FieldError("company", "register.company-unknown", contract.company()));
        }
        exits.leaving(contract.company(), contract.compound())
                .ifPresent(it -> errors.add(
                        new FieldError("company", "register.company-leaving", units.nameOf(contract.company()), it)));
        if (contract.number().isBlank() || contract.number().length() > LONGEST_NUMBER) {
            errors.add(new FieldError("number", "register.contract-number", LONGEST_NUMBER));
        } else if (numberTaken) {
            errors.add(new FieldError("number", "register.contract-taken", contract.number()));
        }
        if (contract.to().isBefore(contract.from())) {
            errors.add(new FieldError("toDay", "register.contract-days"));
        }
        if (contract.yearlySum().signum() <= 0
                || contract.yearlySum().compareTo(new BigDecimal("1000000000")) >= 0
                || contract.yearlySum().scale() > 2) {
            errors.add(new FieldError("yearlySum", "register.contract-sum"));
        }
        if (contract.grade() < 1 || contract.grade() > 5) {
            errors.add(new FieldError("grade", "register.contract-grade"));
        }
        others.stream()
                .filter(contract::overlaps)
                .findFirst()
                .ifPresent(it -> errors.add(new FieldError(
                        "fromDay",
                        "register.contract-overlaps",
                        compounds.find(contract.compound()).orElseThrow().name(),
                        it.number(),
                        units.nameOf(it.company()),
                        it.from(),
                        it.lastDay())));
        return errors;
    }

    private static Contract contract(ResultSet row, int number) throws SQLException {
        return new Contract(
                row.getString("number"),
                row.getString("compound"),
                row.getString("company"),
                ContractKind.valueOf(row.getString("kind")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getBigDecimal("yearly_sum"),
                row.getInt("grade"),
                row.getObject("ended_on", LocalDate.class),
                row.getString("ended_for"),
                row.getString("case_no"));
    }
}
