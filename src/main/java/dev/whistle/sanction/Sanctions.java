package dev.whistle.sanction;

import dev.whistle.casefile.ArchivedLetter;
import dev.whistle.casefile.CaseFigures;
import dev.whistle.casefile.CaseLetters;
import dev.whistle.casefile.Cases;
import dev.whistle.engine.TableRow;
import dev.whistle.engine.Tables;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import dev.whistle.sanction.Sanction.Event;
import dev.whistle.tally.Measure;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ladder's ledger: which rung whoever answers for a work item has come to (JJ.G3, JJ.A7.3.7). A rung is taken once;
 * what became of it is added, and nothing is deleted.
 */
@Component
public class Sanctions {

    /** Which rung it is the first, the second, the third time. */
    private static final String TIMES = "escalation-rungs";

    private final SanctionTable table;
    private final Tables tables;
    private final CaseLetters letters;
    private final Cases cases;
    private final CaseFigures figures;
    private final CurrentOfficer current;
    private final Clock clock;

    Sanctions(
            SanctionTable table,
            Tables tables,
            CaseLetters letters,
            Cases cases,
            CaseFigures figures,
            CurrentOfficer current,
            Clock clock) {
        this.table = table;
        this.tables = tables;
        this.letters = letters;
        this.cases = cases;
        this.figures = figures;
        this.current = current;
        this.clock = clock;
    }

    /** What a unit has come to, the latest first. */
    public List<Sanction> of(String unit) {
        return table.ofParty(unit).stream()
                .sorted(Sanction.EARLIEST_FIRST.reversed())
                .toList();
    }

    /** The rungs of an escalation, the earliest first. */
    public List<Sanction> ofCase(String caseNo) {
        return table.ofCase(caseNo).stream().sorted(Sanction.EARLIEST_FIRST).toList();
    }

    /** The rung that was imposed last in an escalation. */
    LadderRung latestOf(String caseNo) {
        return ofCase(caseNo).stream()
                .filter(Sanction::counts)
                .reduce((earlier, later) -> later)
                .map(Sanction::rung)
                .orElseThrow(() -> new Problem(Kind.CONFLICT, "escalation.nothing-to-revoke", caseNo));
    }

    /**
     * The rung whoever has missed a duty comes to now, counted from the ledger.
     *
     * @param first the lowest rung that the matter allows; null for the first of all
     * @param wanted what the officer who reported it by hand thinks it is; null if he leaves it to the ledger
     * @param field what the form called that
     * @throws Problem naming the field if a rung would be left out or taken twice
     */
    LadderRung next(
            String matter, String party, @Nullable LadderRung first, @Nullable LadderRung wanted, String field) {
        List<LadderRung> ladder = tables.rows(TIMES).stream()
                .sorted(Comparator.comparing(it -> Integer.valueOf(it.key())))
                .map(Sanctions::rung)
                .toList();
        int taken = table.counting(matter, party).stream()
                .mapToInt(it -> ladder.indexOf(it.rung()))
                .max()
                .orElse(-1);
        int next = Math.max(taken + 1, first == null ? 0 : ladder.indexOf(first));
        LadderRung rung = next < ladder.size() ? ladder.get(next) : LadderRung.ACCOUNTABILITY;
        if (wanted != null && wanted != rung) {
            throw Problem.invalid(
                    new FieldError(field, "escalation.rung-skipped", matter, taken + 1, rung.label(), wanted.label()));
        }
        return rung;
    }

    /**
     * Takes a rung for a work item and a party. Done again by the same step, it changes nothing.
     *
     * @param step the run of the model's step
     * @throws Problem if another escalation has taken it and it counts
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void impose(String matter, Answerable answerable, LadderRung rung, String caseNo, String step) {
        Optional<Sanction> before = find(matter, answerable.id(), rung);
        if (before.stream().anyMatch(it -> done(it, SanctionState.IMPOSED, step))) {
            return;
        }
        if (before.filter(Sanction::counts).isPresent()) {
            throw new Problem(
                    Kind.CONFLICT,
                    "escalation.rung-taken",
                    matter,
                    rung.label(),
                    before.get().caseNo());
        }
        Sanction sanction = before.orElseGet(() -> taken(matter, answerable, rung));
        Event imposed = event(SanctionState.IMPOSED, caseNo, null, null, step);
        table.add(sanction, imposed, null);
        figures.count(Measure.RUNG, cases.get(matter), imposed.at(), sanction.unit(), rung.name());
    }

    /**
     * Adds what became of a rung. Done again by the same step, it changes nothing.
     *
     * @throws IllegalStateException if the rung was not taken
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(
            String matter,
            String party,
            LadderRung rung,
            SanctionState what,
            @Nullable String reason,
            String caseNo,
            String step) {
        Sanction sanction = find(matter, party, rung)
                .orElseThrow(() -> new IllegalStateException("the rung " + rung + " was not taken"));
        if (done(sanction, what, step)) {
            return;
        }
        if (what == SanctionState.REVOKED && sanction.counts()) {
            figures.takeBack(Measure.RUNG, cases.get(matter), sanction.imposedAt(), sanction.unit(), rung.name());
        }
        Optional<ArchivedLetter> letter = what == SanctionState.SERVED ? lastLetter(caseNo) : Optional.empty();
        table.add(
                sanction,
                event(what, caseNo, letter.map(ArchivedLetter::number).orElse(null), reason, step),
                letter.map(ArchivedLetter::id).orElse(null));
    }

    private Sanction taken(String matter, Answerable answerable, LadderRung rung) {
        Sanction sanction =
                new Sanction(UUID.randomUUID().toString(), matter, answerable.id(), answerable.unit(), rung, List.of());
        table.insert(sanction);
        return sanction;
    }

    private Optional<Sanction> find(String matter, String party, LadderRung rung) {
        return table.of(matter, party).stream().filter(it -> it.rung() == rung).findFirst();
    }

    private Event event(
            SanctionState kind, String caseNo, @Nullable String documentNumber, @Nullable String reason, String step) {
        String actor = current.get().map(Officer::user).orElse(null);
        return new Event(kind, clock.instant(), actor, caseNo, documentNumber, reason, step);
    }

    private Optional<ArchivedLetter> lastLetter(String caseNo) {
        return letters.signedOf(caseNo).stream().filter(it -> !it.withdrawn()).reduce((earlier, later) -> later);
    }

    private static boolean done(Sanction sanction, SanctionState what, String step) {
        return sanction.events().stream()
                .anyMatch(it -> it.kind() == what && it.step().equals(step));
    }

    private static LadderRung rung(TableRow row) {
        return LadderRung.of(row.text("rung"));
    }
}
