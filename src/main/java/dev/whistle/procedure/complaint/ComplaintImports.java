package dev.whistle.procedure.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whistle.casefile.Sealing;
import dev.whistle.engine.Background;
import dev.whistle.engine.StartForm;
import dev.whistle.engine.Starts;
import dev.whistle.organisation.Access;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import dev.whistle.procedure.complaint.ImportTable.Claim;
import dev.whistle.procedure.complaint.ImportTable.Waiting;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in registers of complaints: all of a register or nothing. It is checked to its end first; then its rows are
 * stored, encrypted, in one transaction with the job that opens their cases ({@link OpenRegister}).
 */
@Component
public class ComplaintImports {

    private final ImportTable table;
    private final Compounds compounds;
    private final Units units;
    private final Access access;
    private final CurrentOfficer current;
    private final Starts starts;
    private final Sealing sealing;
    private final ObjectMapper json;
    private final Background background;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ComplaintImports(
            ImportTable table,
            Compounds compounds,
            Units units,
            Access access,
            CurrentOfficer current,
            Starts starts,
            Sealing sealing,
            ObjectMapper json,
            Background background,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.compounds = compounds;
        this.units = units;
        this.access = access;
        this.current = current;
        this.starts = starts;
        this.sealing = sealing;
        this.json = json;
        this.background = background;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes in a register, once: the same content again, or the same post, is the import that is there.
     *
     * @param file CSV in UTF-8 or GB18030 with the titles of {@link RegisterColumns}
     * @param year where the file's dates are moved to, each to the nearest day of the same weekday; null to leave them
     * @param key the poster's own id for this register, or null
     * @return the import, whose cases are opened from now on
     * @throws BadRegisterException if rows are wrong, all of them named
     * @throws Problem if the file cannot be read as a register, or the key was used for another
     */
    public ComplaintImport accept(byte[] file, @Nullable Integer year, @Nullable String key) {
        Officer officer = officer();
        String unit = officer.units().stream()
                .sorted()
                .findFirst()
                .orElseThrow(() -> new Problem(Kind.FORBIDDEN, "case.no-unit"));
        StartForm form = starts.form(ComplaintProcess.ID);
        RegisterColumns columns = new RegisterColumns(form, Unsaid.inRegister(form));
        RegisterFile register = RegisterFile.of(file, columns);
        Claim claim = new Claim(UUID.randomUUID().toString(), unit, officer.user(), key, register.sha256(year));
        String id = made(claim)
                .orElseGet(() -> taken(claim, reader(form, columns, unit, year).entries(register)));
        return table.find(id).orElseThrow();
    }

    /**
     * How far an import has come.
     *
     * @throws Problem of kind NOT_FOUND if there is none, or none of the officer's unit or one below it
     */
    public ComplaintImport get(String id) {
        return table.find(id)
                .filter(it -> access.mayRead(officer(), List.of(it.unit())))
                .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "complaint.import.not-found"));
    }

    /** The imports that this officer may see, the newest first.
     *
     * @param page from 0
     */
    public ComplaintImportPage list(int page, int size) {
        return table.list(access.readableUnits(officer()), page, size);
    }

    /**
     * Has the rows that failed opened again, in the name of whoever imported them. A row that has a case, or waits for
     * one, is left alone: asked twice, it is done once.
     *
     * @return the import as it stands now
     * @throws Problem of kind NOT_FOUND as {@link #get}; of kind CONFLICT if nothing is left of what failed
     */
    public ComplaintImport retry(String id) {
        ComplaintImport found = get(id);
        if (found.failed() > 0 && found.repeatable() == 0) {
            throw new Problem(Kind.CONFLICT, "complaint.import.forgotten", ForgetFailedRows.AFTER.toDays());
        }
        transaction.executeWithoutResult(status -> {
            if (table.again(id) > 0) {
                background.schedule(OpenRegister.WORK, id, clock.instant());
            }
        });
        return get(id);
    }

    private String taken(Claim claim, List<Register.Entry> entries) {
        List<Waiting> rows = entries.stream().map(it -> waiting(claim.id(), it)).toList();
        try {
            transaction.executeWithoutResult(status -> {
                table.claim(claim, rows.size());
                table.add(claim.id(), rows);
                background.schedule(OpenRegister.WORK, claim.id(), clock.instant());
            });
            return claim.id();
        } catch (DuplicateKeyException takenMeanwhile) {
            return made(claim).orElseThrow(() -> takenMeanwhile);
        }
    }

    /** Id of the import that this one would repeat. */
    private Optional<String> made(Claim claim) {
        Optional<Claim> posted = claim.key() == null ? Optional.empty() : table.posted(claim.importedBy(), claim.key());
        posted.filter(it -> !it.sha256().equals(claim.sha256())).ifPresent(other -> {
            throw new Problem(Kind.CONFLICT, "complaint.import.key-reused");
        });
        return posted.or(() -> table.ofContent(claim.unit(), claim.sha256())).map(Claim::id);
    }

    private Register reader(StartForm form, RegisterColumns columns, String unit, @Nullable Integer year) {
        RegisterNames names = new RegisterNames(form, compounds::all, speakingFor(unit));
        return new Register(
                form,
                Unsaid.inRegister(form),
                columns,
                names,
                new RegisterCells(
                        names, clock.getZone(), year == null ? UnaryOperator.identity() : day -> sameDay(day, year)),
                unit);
    }

    /** The units whose first contacts this one may register: those of its district, or of its city. */
    private List<Unit> speakingFor(String unit) {
        String top = units.districtOf(unit).map(Unit::id).orElse(unit);
        return units.all().stream()
                .filter(it -> it.id().equals(top)
                        || units.above(it.id()).stream()
                                .anyMatch(above -> above.id().equals(top)))
                .toList();
    }

    /** Offices work by the week: a Monday of the file stays a Monday. */
    private static LocalDate sameDay(LocalDate day, int year) {
        LocalDate moved = day.withYear(year).with(TemporalAdjusters.nextOrSame(day.getDayOfWeek()));
        return moved.getYear() == year ? moved : moved.minusWeeks(1);
    }

    private Waiting waiting(String id, Register.Entry entry) {
        try {
            return new Waiting(
                    entry.row(),
                    entry.unit(),
                    sealing.seal(OpenRegister.place(id, entry.row()), json.writeValueAsString(entry.complaint())),
                    0);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a form is no JSON");
        }
    }

    private Officer officer() {
        return current.get().orElseThrow(() -> new Problem(Kind.FORBIDDEN, "case.nobody"));
    }
}
