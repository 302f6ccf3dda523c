package dev.whistle.web;

import dev.whistle.organisation.Companies;
import dev.whistle.organisation.Company;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who reads what of the registers: officers of public units everything, a company itself and the compounds that it runs,
 * has run or is to run. What somebody may not see is answered like what is not there.
 */
@Component
class RegisterReader {

    private final CurrentOfficer current;
    private final Units units;
    private final Compounds compounds;
    private final Companies companies;
    private final Responsibilities responsibilities;

    RegisterReader(
            CurrentOfficer current,
            Units units,
            Compounds compounds,
            Companies companies,
            Responsibilities responsibilities) {
        this.current = current;
        this.units = units;
        this.compounds = compounds;
        this.companies = companies;
        this.responsibilities = responsibilities;
    }

    /** The companies to whom it is confined; null for who reads everything. */
    @Nullable
    Set<String> companies() {
        Officer officer = current.get().orElseThrow(() -> new Problem(Kind.FORBIDDEN, "case.nobody"));
        List<Unit> own =
                officer.units().stream().flatMap(it -> units.find(it).stream()).toList();
        return own.stream().anyMatch(it -> it.kind() != UnitKind.COMPANY)
                ? null
                : own.stream().map(Unit::id).collect(Collectors.toSet());
    }

    /** @throws Problem of kind NOT_FOUND */
    Compound compound(String id) {
        Set<String> only = companies();
        return compounds
                .find(id)
                .filter(it -> only == null
                        || responsibilities.history(id).stream()
                                .anyMatch(run -> run.company() != null && only.contains(run.company())))
                .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "registers.compound-unknown", id));
    }

    /** @throws Problem of kind NOT_FOUND */
    Company company(String id) {
        Set<String> only = companies();
        return companies
                .find(id)
                .filter(it -> only == null || only.contains(id))
                .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "registers.company-unknown", id));
    }
}
