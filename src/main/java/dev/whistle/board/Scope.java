package dev.whistle.board;

import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.tally.Tally;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a board is about: all that a unit sees.
 *
 * @param unit whose board it is
 * @param units ids of this unit and of those below it
 */
record Scope(Unit unit, Set<String> units) {

    private static final Set<UnitKind> WITH_A_PLACE =
            EnumSet.of(UnitKind.CITY, UnitKind.DISTRICT_OFFICE, UnitKind.HOTLINE, UnitKind.STREET, UnitKind.COMMUNITY);

    private static final Set<UnitKind> WITH_STREETS =
            EnumSet.of(UnitKind.CITY, UnitKind.DISTRICT_OFFICE, UnitKind.STREET, UnitKind.COMMUNITY);

    /** Whether it is the root of the tree, which sees everything. */
    boolean everything() {
        return unit.root();
    }

    boolean ofCompany() {
        return unit.kind() == UnitKind.COMPANY;
    }

    /** Whether what lies in places is this unit's business, not only what comes to it. */
    boolean seesStreets() {
        return WITH_STREETS.contains(unit.kind());
    }

    boolean seesComplaints() {
        return WITH_A_PLACE.contains(unit.kind()) || ofCompany();
    }

    boolean seesPatrols() {
        return seesStreets() || ofCompany();
    }

    boolean has(String id) {
        return everything() || units.contains(id);
    }

    /** Whether a case counts here that belongs to the tally's unit. */
    boolean hasPlaceOf(Tally tally) {
        return ofCompany() ? tally.company().equals(unit.id()) : has(tally.unit());
    }
}
