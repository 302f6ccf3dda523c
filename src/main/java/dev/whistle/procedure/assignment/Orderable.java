package dev.whistle.procedure.assignment;

import dev.whistle.engine.ReferenceList;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whom a unit may order to do something (JJ.9): the district office everybody below it, a street its communities and
 * the companies that work in it, a community the companies that work in it.
 */
@Component
class Orderable implements ReferenceList {

    private final Units units;
    private final Compounds compounds;

    Orderable(Units units, Compounds compounds) {
        this.units = units;
        this.compounds = compounds;
    }

    @Override
    public String name() {
        return "order-units";
    }

    @Override
    public List<Option> options(Asker asker) {
        Set<String> allowed = by(asker.officer().units());
        return units.all().stream()
                .filter(it -> allowed.contains(it.id()))
                .map(it -> new Option(it.id(), it.name()))
                .toList();
    }

    @Override
    public Optional<Option> find(String value, Asker asker) {
        return by(asker.officer().units()).contains(value)
                ? units.find(value).map(it -> new Option(it.id(), it.name()))
                : Optional.empty();
    }

    /** Ids of the units that one of these may order. */
    Set<String> by(Collection<String> ordering) {
        return ordering.stream()
                .flatMap(it -> units.find(it).stream())
                .flatMap(it -> by(it).stream())
                .collect(Collectors.toSet());
    }

    private Set<String> by(Unit ordering) {
        return switch (ordering.kind()) {
            case CITY, DISTRICT_OFFICE -> below(ordering);
            case STREET -> with(below(ordering), it -> ordering.id().equals(it.street()));
            case COMMUNITY -> with(Set.of(), it -> ordering.id().equals(it.community()));
            case HOTLINE, DEPARTMENT, COMPANY, DISCIPLINE -> Set.of();
        };
    }

    private Set<String> below(Unit ordering) {
        return units.all().stream()
                .filter(it -> it.kind() != UnitKind.DISCIPLINE) // it answers to nobody in the tree
                .filter(it -> units.above(it.id()).stream()
                        .anyMatch(above -> above.id().equals(ordering.id())))
                .map(Unit::id)
                .collect(Collectors.toSet());
    }

    private Set<String> with(Set<String> below, Predicate<Compound> here) {
        Set<String> all = compounds.all().stream()
                .filter(here)
                .map(Compound::company)
                .filter(it -> it != null)
                .filter(it -> units.get(it).kind() == UnitKind.COMPANY)
                .collect(Collectors.toSet());
        all.addAll(below);
        return all;
    }
}
