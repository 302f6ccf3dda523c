package dev.whistle.report;

import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who may read whose reports: whoever works for an office those of that office, a district's those of its city, too, and
 * who leads a street or a department those of the office that it belongs to, since they are circulated to them. One with
 * several units has the office of that which lies highest.
 */
@Component
class ReportReaders {

    private static final Set<UnitKind> OFFICES = EnumSet.of(UnitKind.CITY, UnitKind.DISTRICT_OFFICE);
    private static final Set<UnitKind> ADDRESSEES = EnumSet.of(UnitKind.STREET, UnitKind.DEPARTMENT);

    private final Units units;

    ReportReaders(Units units) {
        this.units = units;
    }

    /** @throws Problem of kind FORBIDDEN if reports are not for this officer */
    Unit officeOf(Officer officer) {
        return units.officeOf(one(
                        officer,
                        it -> OFFICES.contains(it.kind()) || ADDRESSEES.contains(it.kind()) && officer.leads(it))
                .id());
    }

    /** @throws Problem of kind FORBIDDEN if the officer leads no office */
    Unit ledBy(Officer officer) {
        return one(officer, it -> OFFICES.contains(it.kind()) && officer.leads(it));
    }

    /**
     * The offices whose reports this officer reads, the own one first.
     *
     * @throws Problem of kind FORBIDDEN if reports are not for this officer
     */
    List<Unit> officesFor(Officer officer) {
        Unit office = officeOf(officer);
        return Stream.concat(
                        Stream.of(office),
                        officer.units().contains(office.id()) ? units.above(office.id()).stream() : Stream.empty())
                .toList();
    }

    /** Whom an office circulates its reports to; their leads read them. */
    List<Unit> addressees(Unit office) {
        return units.all().stream()
                .filter(it -> ADDRESSEES.contains(it.kind())
                                && units.officeOf(it.id()).equals(office)
                        || it.kind() == UnitKind.DISTRICT_OFFICE && office.id().equals(it.parent()))
                .toList();
    }

    private Unit one(Officer officer, Predicate<Unit> which) {
        Set<String> own = officer.units();
        return units.all().stream()
                .filter(it -> own.contains(it.id()))
                .filter(which)
                .findFirst()
                .orElseThrow(() -> new Problem(Kind.FORBIDDEN, "report.not-yours"));
    }
}
