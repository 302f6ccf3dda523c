package dev.whistle.organisation;

import org.jspecify.annotations.Nullable;

/**
 * A unit that holds cases: an office, a street, a community, a department or a company.
 *
 * @param id stable id in English, e.g. {@code street-wanli}; its groups are {@code street-wanli.officer} and {@code street-wanli.lead}
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
}
