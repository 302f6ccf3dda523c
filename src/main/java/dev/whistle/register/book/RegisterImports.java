package dev.whistle.register.book;

import dev.whistle.engine.Unrestricted;
import dev.whistle.organisation.Access;
import dev.whistle.organisation.Companies;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import dev.whistle.register.Committees;
import dev.whistle.register.Contracts;
import dev.whistle.register.Exits;
import dev.whistle.register.RegisterLog;
import dev.whistle.register.Standbys;
import dev.whistle.sheet.Book;
import dev.whistle.sheet.Page;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes in workbooks of registers: all of a workbook or nothing, and the same again changes nothing. Entries are known
 * again by their ids, or by place and day; what the file does not say stays as it is.
 */
@Component
public class RegisterImports {

    /** The largest district has six hundred compounds; ten years of theirs are well below. */
    static final int MOST_ROWS = 10_000;

    private static final int LISTED = 500;
    private static final Set<UnitKind> OFFICES = EnumSet.of(UnitKind.DISTRICT_OFFICE, UnitKind.CITY);

    private final JdbcClient db;
    private final Units units;
    private final Companies companies;
    private final Compounds compounds;
    private final Responsibilities responsibilities;
    private final Contracts contracts;
    private final Committees committees;
    private final Standbys standbys;
    private final Exits exits;
    private final RegisterLog log;
    private final Access access;
    private final CurrentOfficer current;
    private final Unrestricted unrestricted;
    private final Clock clock;

    RegisterImports(
            JdbcClient db,
            Units units,
            Companies companies,
            Compounds compounds,
            Responsibilities responsibilities,
            Contracts contracts,
            Committees committees,
            Standbys standbys,
            Exits exits,
            RegisterLog log,
            Access access,
            CurrentOfficer current,
            Unrestricted unrestricted,
            Clock clock) {
        this.db = db;
        this.units = units;
        this.companies = companies;
        this.compounds = compounds;
        this.responsibilities = responsibilities;
        this.contracts = contracts;
        this.committees = committees;
        this.standbys = standbys;
        this.exits = exits;
        this.log = log;
        this.access = access;
        this.current = current;
        this.unrestricted = unrestricted;
        this.clock = clock;
    }

    /**
     * Says what an import would do, and changes nothing.
     *
     * @param file an .xlsx workbook with the sheets of the template
     * @throws BadBookException if entries are wrong, all of them named
     * @throws Problem if it cannot be read as a workbook, or the officer keeps no register
     */
    public ImportReport tryOut(byte[] file) {
        Rights rights = rights();
        List<Page> pages = Book.read(file, MOST_ROWS);
        Import tried = new Import(stores(), rights);
        tried.read(pages);
        return tried.report(LISTED);
    }

    /**
     * Imports a workbook; see {@link #tryOut}.
     *
     * @param source where it comes from, for the registers' history: the file's name
     */
    public ImportReport take(byte[] file, String source) {
        Rights rights = rights();
        List<Page> pages = Book.read(file, MOST_ROWS);
        try {
            return unrestricted.run(
                    () -> take(pages, rights, source)); // a new company's groups are not for officers to make
        } catch (DuplicateKeyException atOnce) {
            throw new Problem(Kind.CONFLICT, "book.at-once");
        }
    }

    /** An empty workbook to fill in. */
    public byte[] template() {
        return Template.of(new Import(stores(), Rights.OF_THE_APPLICATION).parts());
    }

    /** Whether the current officer keeps any of the registers. */
    public boolean mayImport() {
        return current.get()
                .map(it -> works(it, OFFICES) || works(it, EnumSet.of(UnitKind.STREET)))
                .orElse(false);
    }

    /** Within a transaction of the caller's. */
    ImportReport take(List<Page> pages, Rights rights, String source) {
        compounds.lockAll();
        Import taken = new Import(stores(), rights);
        taken.read(pages);
        taken.write(log, source);
        return taken.report(LISTED);
    }

    private Stores stores() {
        Optional<Officer> officer = current.get();
        String office = officer.stream()
                .flatMap(it -> it.units().stream())
                .flatMap(it -> units.find(it).stream())
                .findFirst()
                .map(it -> units.officeOf(it.id()))
                .orElseGet(units::top)
                .id();
        return new Stores(
                db,
                units,
                companies,
                compounds,
                responsibilities,
                contracts,
                committees,
                standbys,
                exits,
                OffsetDateTime.now(clock),
                officer.map(Officer::user).orElse(null),
                office);
    }

    private Rights rights() {
        Officer officer = current.get().orElseThrow(() -> new Problem(Kind.FORBIDDEN, "case.nobody"));
        if (!mayImport()) {
            throw new Problem(Kind.FORBIDDEN, "book.forbidden");
        }
        return new Rights(false, works(officer, OFFICES), access.readableUnits(officer));
    }

    private boolean works(Officer officer, Set<UnitKind> kinds) {
        return officer.units().stream()
                .flatMap(it -> units.find(it).stream())
                .map(Unit::kind)
                .anyMatch(kinds::contains);
    }
}
