package dev.whistle.board;

import dev.whistle.organisation.Access;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may look at which board: leads of a unit, whoever works for the district's (or city's) office, and for a company.
 * They see the boards of their unit and of those below it.
 */
@Component
class Scopes {

    private static final Set<UnitKind> EVERYBODY_OF =
            EnumSet.of(UnitKind.CITY, UnitKind.DISTRICT_OFFICE, UnitKind.COMPANY);

    private final Units units;
    private final Access access;

    Scopes(Units units, Access access) {
        this.units = units;
        this.access = access;
    }

    /**
     * The board of a unit, or the officer's own where none is named; of several the one that lies highest.
     *
     * @throws Problem of kind FORBIDDEN if boards are not for this officer, of kind NOT_FOUND if there is no such unit
     *     or it is none of his or her business
     */
    Scope of(Officer officer, @Nullable String unit) {
        List<Unit> own = own(officer);
        if (unit == null) {
            return scope(own.get(0));
        }
        return choices(officer).stream()
                .filter(it -> it.id().equals(unit))
                .findFirst()
                .map(this::scope)
                .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "unit.not-found", unit));
    }

    /** Units whose boards the officer may look at, in the order of the tree. */
    List<Unit> choices(Officer officer) {
        Set<String> readable = access.readableUnits(Officer.of(
                officer.user(), own(officer).stream().map(Unit::officers).toList()));
        return units.all().stream().filter(it -> readable.contains(it.id())).toList();
    }

    private List<Unit> own(Officer officer) {
        List<Unit> own = withBoard(officer).toList();
        if (own.isEmpty()) {
            throw new Problem(Kind.FORBIDDEN, "board.not-yours");
        }
        return own;
    }

    /** The officer's units whose boards are for him or her. */
    Stream<Unit> withBoard(Officer officer) {
        return units.all().stream()
                .filter(it -> officer.units().contains(it.id()))
                .filter(it -> officer.leads(it) || EVERYBODY_OF.contains(it.kind()));
    }

    private Scope scope(Unit unit) {
        return new Scope(unit, access.reachOf(unit));
    }
}
