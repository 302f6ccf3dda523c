package dev.whistle.web;

import dev.whistle.board.Board;
import dev.whistle.engine.UserNames;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.register.book.RegisterImports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is logged in. */
@RestController
@Tag(name = "当前用户")
class MeController {

    private static final Set<UnitKind> KEEP_CONTACTS =
            EnumSet.of(UnitKind.CITY, UnitKind.DISTRICT_OFFICE, UnitKind.STREET, UnitKind.COMMUNITY);

    private final CurrentOfficer current;
    private final UserNames names;
    private final Units units;
    private final Routes routes;
    private final RegisterImports registers;
    private final Board board;

    MeController(
            CurrentOfficer current,
            UserNames names,
            Units units,
            Routes routes,
            RegisterImports registers,
            Board board) {
        this.current = current;
        this.names = names;
        this.units = units;
        this.routes = routes;
        this.registers = registers;
        this.board = board;
    }

    /**
     * @param mayImport whether registers of complaints may be imported, so that pages offer it only then
     * @param keepsContacts whether the contact register (JJ.9) is the caller's to look through: an office, a street or
     *     a community
     * @param keepsRegisters whether registers of compounds and companies may be imported: an office or a street
     * @param ofCompany whether the caller works for a company, which sees no more than what is its own
     * @param seesBoard whether the supervisors' board is the caller's to look at: who leads a unit, the district's office,
     *     a company
     */
    record Me(
            String user,
            String name,
            List<String> groups,
            List<UnitName> units,
            boolean mayImport,
            boolean keepsContacts,
            boolean keepsRegisters,
            boolean ofCompany,
            boolean seesBoard) {}

    record UnitName(String id, String name) {}

    @GetMapping("/api/me")
    @OpenTo(Audience.ANYBODY)
    @Operation(summary = "当前登录的用户及其单位")
    Me me() {
        Officer officer = current.get().orElseThrow();
        return new Me(
                officer.user(),
                names.nameOf(officer.user()),
                officer.groups().stream().sorted().toList(),
                officer.units().stream()
                        .flatMap(id -> units.find(id).stream())
                        .sorted(Comparator.comparing(Unit::id))
                        .map(unit -> new UnitName(unit.id(), unit.name()))
                        .toList(),
                routes.callerIs(Audience.DISTRICT_OFFICE) || routes.callerIs(Audience.HOTLINE),
                officer.units().stream()
                        .flatMap(id -> units.find(id).stream())
                        .anyMatch(unit -> KEEP_CONTACTS.contains(unit.kind())),
                registers.mayImport(),
                routes.callerIs(Audience.COMPANY),
                board.isFor(officer));
    }
}
