package dev.whistle.board;

import dev.whistle.organisation.Reach;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.tally.Tally;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a board is about: all that a unit sees.
 *
 * @param unit whose board it is
 * @param reach this unit and those below it
 */
record Scope(Unit unit, Reach reach) {

    private static final Set<UnitKind> WITH_A_PLACE =
            EnumSet.of(UnitKind.CITY, UnitKind.DISTRICT_OFFICE, UnitKind.HOTLINE, UnitKind.STREET, UnitKind.COMMUNITY);

    private static final Set<UnitKind> WITH_STREETS =
            EnumSet.of(UnitKind.CITY, UnitKind.DISTRICT_OFFICE, UnitKind.STREET, UnitKind.COMMUNITY);

    boolean ofCompany() {
        return unit.kind() == UnitKind.COMPANY;
    }

    /** The company whose compounds' cases count here, wherever they lie; null for other units. */
    @Nullable
    String company() {
        return ofCompany() ? unit.id() : null;
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
        return reach.has(id);
    }

    /** Whether a case counts here that belongs to the tally's unit. */
    boolean hasPlaceOf(Tally tally) {
        return ofCompany() ? tally.company().equals(unit.id()) : has(tally.unit());
    }
}
