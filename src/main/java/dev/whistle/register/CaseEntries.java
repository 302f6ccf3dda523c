package dev.whistle.register;

import dev.whistle.organisation.Basis;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Responsibility;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What cases enter in the registers; the registers' history says it with the case's number. */
@Component
class CaseEntries {

    private final Contracts contracts;
    private final Responsibilities responsibilities;
    private final RegisterLog log;
    private final Compounds compounds;
    private final Units units;

    CaseEntries(
            Contracts contracts, Responsibilities responsibilities, RegisterLog log, Compounds compounds, Units units) {
        this.contracts = contracts;
        this.responsibilities = responsibilities;
        this.log = log;
        this.compounds = compounds;
        this.units = units;
    }

    /**
     * A company has a contract, and runs the compound from its first day.
     *
     * @param step the run of the model's step, which enters it once
     * @throws Problem as {@link Contracts#sign} and {@link Responsibilities#pass} do
     */
    void signed(Contract contract, String caseNo, String step) {
        if (contracts.sign(contract)) {
            write(contract, caseNo);
        }
        begins(
                Responsibility.beginning(
                        contract.compound(), contract.from(), Basis.CONTRACT, contract.company(), caseNo),
                caseNo,
                step);
    }

    /** A company's contracts for a compound end with a day; what has ended before stays as it is. */
    void ended(String compound, String company, LocalDate lastDay, String reason, String caseNo) {
        contracts.end(compound, company, lastDay, reason, caseNo).forEach(it -> write(it, caseNo));
    }

    /**
     * Somebody begins to run a compound.
     *
     * @throws Problem as {@link Responsibilities#pass} does
     */
    void begins(Responsibility next, String caseNo, String step) {
        if (responsibilities.pass(next, step)) {
            String runner = next.runner();
            log.write(
                    RegisterKind.RESPONSIBILITY,
                    next.compound(),
                    ResponsibilitySheet.content(
                            next, name(next.compound()), runner == null ? "" : units.nameOf(runner)),
                    caseNo);
        }
    }

    private void write(Contract contract, String caseNo) {
        log.write(
                RegisterKind.CONTRACT,
                contract.compound(),
                ContractSheet.content(contract, name(contract.compound()), units.nameOf(contract.company())),
                caseNo);
    }

    private String name(String compound) {
        return compounds.find(compound).map(Compound::name).orElse(compound);
    }
}
