package dev.whistle.register.book;

import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What rows may refer to: what is there, and what the same file brings. */
final class Known {

    private final Map<UnitKind, Index> units = new EnumMap<>(UnitKind.class);
    private final Map<String, Unit> byId = new HashMap<>();
    private final Index compounds = new Index();
    private final Map<String, String> streets = new HashMap<>();

    Known(Collection<Unit> there, Collection<Compound> compounds) {
        there.forEach(it -> {
            byId.put(it.id(), it);
            units(it.kind()).add(it.id(), it.name());
        });
        compounds.forEach(it -> add(it.id(), it.name(), it.street()));
    }

    Index units(UnitKind kind) {
        return units.computeIfAbsent(kind, it -> new Index());
    }

    Index compounds() {
        return compounds;
    }

    Optional<Unit> unit(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    String nameOf(String unit) {
        return unit(unit)
                .map(Unit::name)
                .orElseGet(() -> units(UnitKind.COMPANY).nameOf(unit));
    }

    /** The street that a compound lies in; nothing for an unknown one. */
    String streetOf(String compound) {
        return streets.getOrDefault(compound, "");
    }

    void addCompany(String id, String name) {
        units(UnitKind.COMPANY).add(id, name);
    }

    void add(String compound, String name, String street) {
        compounds.add(compound, name);
        streets.put(compound, street);
    }
}
