package dev.whistle.organisation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A unit that holds cases: an office, a street, a community, a department or a company.
 *
 * @param id stable id in English, e.g. {@code street-wanli}; its groups are {@code street-wanli.officer} and {@code
 *     street-wanli.lead}
 * @param parent the unit it belongs to; null for the root of the tree
 */
public record Unit(
        String id, UnitKind kind, String name, @Nullable String parent) {

    /** Whether this is the root of the tree, which reads everything. */
    public boolean root() {
        return parent == null;
    }

    /** The engine group of the officers who work this unit's task lists. */
    public String officers() {
        return id + ".officer";
    }

    /** The engine group of those who lead this unit and sign for it. */
    public String leads() {
        return id + ".lead";
    }

    /** The unit's id in the name of one of its groups, {@code <unit>.<role>}; empty for a group of another kind. */
    static Optional<String> idIn(String group) {
        int dot = group.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(group.substring(0, dot));
    }
}
