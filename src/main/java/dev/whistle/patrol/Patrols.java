package dev.whistle.patrol;

import dev.whistle.casefile.Sealing;
import dev.whistle.organisation.Access;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Patrols of compounds (P04): recorded by the unit that patrolled, read by it and by those above it, and by whose
 * compound it is. One that found nothing is a record and costs two statements; what was found opens a case in the same
 * transaction.
 */
@Component
public class Patrols {

    private final PatrolRules rules;
    private final PatrolTable table;
    private final Findings findings;
    private final Sealing sealing;
    private final Units units;
    private final Compounds compounds;
    private final Access access;
    private final CurrentOfficer current;
    private final TransactionTemplate transaction;

    Patrols(
            PatrolRules rules,
            PatrolTable table,
            Findings findings,
            Sealing sealing,
            Units units,
            Compounds compounds,
            Access access,
            CurrentOfficer current,
            TransactionTemplate transaction) {
        this.rules = rules;
        this.table = table;
        this.findings = findings;
        this.sealing = sealing;
        this.units = units;
        this.compounds = compounds;
        this.access = access;
        this.current = current;
        this.transaction = transaction;
    }

    /**
     * A patrol that is on record now.
     *
     * @param anew whether it was recorded just now; else it was there, said in the same words
     */
    public record Recorded(Patrol patrol, Compound compound, boolean anew) {}

    /** A unit of the officer's that patrols, with the compounds it goes to, in the order of their names. */
    public record Beat(Unit unit, PatrolKind kind, List<Compound> compounds) {}

    /**
     * Records a patrol. Sent twice it is there once.
     *
     * @throws Problem naming every field that is not right, or of kind CONFLICT if the same people's patrol of that
     *     minute is on record with something else said of it
     */
    public Recorded record(NewPatrol wanted) {
        Officer officer = officer();
        CheckedPatrol checked = rules.check(wanted, officer);
        String content = sealing.mark(checked.note() + "\n" + finding(checked));
        try {
            Patrol recorded = transaction.execute(status -> store(checked, content, officer));
            return new Recorded(recorded, checked.compound(), true);
        } catch (DuplicateKeyException twice) {
            PatrolTable.Earlier earlier = table.same(checked).orElseThrow(() -> twice);
            if (!earlier.content().equals(content)) {
                throw new Problem(
                        Kind.CONFLICT, "patrol.twice", checked.compound().name());
            }
            return new Recorded(earlier.patrol(), checked.compound(), false);
        }
    }

    /**
     * Patrols that the officer may read, the latest first.
     *
     * @param most at most so many
     */
    public List<Patrol> of(PatrolQuery query, int most) {
        Set<String> readable = access.readableUnits(officer());
        return readable.isEmpty() ? List.of() : table.of(query, readable, most);
    }

    /** How many patrols the officer may read. */
    public long count(PatrolQuery query) {
        Set<String> readable = access.readableUnits(officer());
        return readable.isEmpty() ? 0 : table.count(query, readable);
    }

    /** Where the officer's own units patrol; none for an officer whose units do not. */
    public List<Beat> beats() {
        List<Compound> all = compounds.all();
        return officer().units().stream()
                .sorted()
                .flatMap(it -> units.find(it).stream())
                .flatMap(unit -> PatrolKind.of(unit)
                        .map(kind -> new Beat(
                                unit,
                                kind,
                                all.stream().filter(it -> kind.covers(unit, it)).toList()))
                        .stream())
                .toList();
    }

    /** What may be chosen where a finding is described, words by code, by the names of {@link Finding}. */
    public Map<String, Map<String, String>> choices() {
        return findings.choices();
    }

    private Patrol store(CheckedPatrol checked, String content, Officer officer) {
        Patrol patrol = new Patrol(
                UUID.randomUUID().toString(),
                checked.unit().id(),
                checked.compound().id(),
                checked.kind(),
                checked.at(),
                Weeks.day(checked.at()),
                Weeks.of(checked.at()),
                checked.people(),
                checked.finding() != null,
                checked.note(),
                officer.user(),
                null);
        table.insert(patrol, content); // claims it: of two at once the later one fails here
        return Optional.ofNullable(checked.finding())
                .map(finding -> findings.open(checked, finding))
                .map(caseNo -> {
                    table.found(patrol, caseNo);
                    return patrol.withCase(caseNo);
                })
                .orElse(patrol);
    }

    private static String finding(CheckedPatrol checked) {
        Finding finding = checked.finding();
        return finding == null ? "" : finding.values().toString();
    }

    private Officer officer() {
        return current.get().orElseThrow(() -> new Problem(Kind.FORBIDDEN, "case.nobody"));
    }
}
