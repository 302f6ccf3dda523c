package dev.whistle.procedure.companyexit;

import dev.whistle.engine.ReferenceList;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The companies that may leave: a company's officer chooses his own, an office any. */
@Component
class ExitCompanies implements ReferenceList {

    private final Units units;

    ExitCompanies(Units units) {
        this.units = units;
    }

    @Override
    public String name() {
        return "exit-companies";
    }

    @Override
    public List<Option> options(Asker asker) {
        return allowed(asker)
                .sorted(Comparator.comparing(Unit::name))
                .map(ExitCompanies::option)
                .toList();
    }

    @Override
    public Optional<Option> find(String value, Asker asker) {
        return allowed(asker)
                .filter(it -> it.id().equals(value))
                .map(ExitCompanies::option)
                .findFirst();
    }

    private Stream<Unit> allowed(Asker asker) {
        List<Unit> own = asker.officer().units().stream()
                .flatMap(it -> units.find(it).stream())
                .toList();
        boolean company = own.stream().allMatch(it -> it.kind() == UnitKind.COMPANY);
        return company ? own.stream() : units.all().stream().filter(it -> it.kind() == UnitKind.COMPANY);
    }

    private static Option option(Unit unit) {
        return new Option(unit.id(), unit.name());
    }
}
