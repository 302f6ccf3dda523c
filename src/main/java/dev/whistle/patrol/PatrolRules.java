package dev.whistle.patrol;

import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the record of a patrol must be like: all that is wrong with it is told at once, each by the field's name. */
@Component
class PatrolRules {

    /** What was not recorded within a week is no record any more. */
    private static final Duration OLDEST = Duration.ofDays(7);

    private static final int MOST_PEOPLE = 10;
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_NOTE = 500;

    /** Telephone numbers and the like have no place among names. */
    private static final Pattern NUMBER = Pattern.compile("\\d");

    private static final String NOTHING = "none";
    private static final String FOUND = "finding";

    private final Units units;
    private final Compounds compounds;
    private final Findings findings;
    private final Clock clock;

    PatrolRules(Units units, Compounds compounds, Findings findings, Clock clock) {
        this.units = units;
        this.compounds = compounds;
        this.findings = findings;
        this.clock = clock;
    }

    /** @throws Problem naming every field that is not right */
    CheckedPatrol check(NewPatrol wanted, Officer officer) {
        List<FieldError> errors = new ArrayList<>();
        Unit unit = unit(wanted, officer, errors);
        PatrolKind kind = unit == null ? null : kind(wanted, unit, errors);
        Compound compound = compound(wanted, unit, kind, errors);
        Instant at = at(wanted.patrolledAt(), errors);
        List<String> people = people(wanted.people(), errors);
        String note = note(wanted.note(), errors);
        checkResult(wanted, errors);
        Finding finding = wanted.finding();
        if (finding != null && compound != null && at != null) {
            errors.addAll(findings.wrong(finding, compound, at, people));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new CheckedPatrol(
                Objects.requireNonNull(unit),
                Objects.requireNonNull(compound),
                Objects.requireNonNull(kind),
                Objects.requireNonNull(at),
                people,
                note,
                finding);
    }

    private @Nullable Unit unit(NewPatrol wanted, Officer officer, List<FieldError> errors) {
        List<Unit> own = officer.units().stream()
                .sorted()
                .flatMap(it -> units.find(it).stream())
                .filter(it -> PatrolKind.of(it).isPresent())
                .toList();
        Optional<Unit> meant = own.stream()
                .filter(it -> wanted.unit() == null || it.id().equals(wanted.unit()))
                .findFirst();
        if (meant.isEmpty()) {
            errors.add(new FieldError("unit", "patrol.unit", wanted.unit() == null ? "" : wanted.unit()));
        }
        return meant.orElse(null);
    }

    private static @Nullable PatrolKind kind(NewPatrol wanted, Unit unit, List<FieldError> errors) {
        PatrolKind own = PatrolKind.of(unit).orElseThrow();
        if (wanted.kind() == null || wanted.kind().equals(own.code())) {
            return own;
        }
        errors.add(
                PatrolKind.ofCode(wanted.kind()).isPresent()
                        ? new FieldError("kind", "patrol.kind-of-unit", unit.name(), own.label())
                        : new FieldError("kind", "patrol.kind", PatrolKind.choices()));
        return null;
    }

    private @Nullable Compound compound(
            NewPatrol wanted, @Nullable Unit unit, @Nullable PatrolKind kind, List<FieldError> errors) {
        if (wanted.compound() == null || wanted.compound().isBlank()) {
            errors.add(new FieldError("compound", "patrol.compound-missing"));
            return null;
        }
        Optional<Compound> found = compounds.find(wanted.compound());
        if (found.isEmpty()) {
            errors.add(new FieldError("compound", "patrol.compound-unknown", wanted.compound()));
            return null;
        }
        if (unit != null && kind != null && !kind.covers(unit, found.get())) {
            errors.add(new FieldError(
                    "compound", "patrol.compound-not-yours", found.get().name(), unit.name()));
        }
        return found.get();
    }

    private @Nullable Instant at(@Nullable OffsetDateTime said, List<FieldError> errors) {
        if (said == null) {
            errors.add(new FieldError("patrolledAt", "patrol.time-missing"));
            return null;
        }
        Instant at = said.toInstant().truncatedTo(ChronoUnit.MINUTES);
        Instant now = clock.instant();
        if (at.isAfter(now)) {
            errors.add(new FieldError("patrolledAt", "patrol.time-future"));
        } else if (at.isBefore(now.minus(OLDEST))) {
            errors.add(new FieldError("patrolledAt", "patrol.time-old", OLDEST.toDays()));
        }
        return at;
    }

    private static List<String> people(@Nullable List<String> said, List<FieldError> errors) {
        List<String> people = (said == null ? List.<String>of() : said)
                .stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .sorted()
                        .toList();
        if (people.isEmpty()) {
            errors.add(new FieldError("people", "patrol.people-missing"));
        } else if (people.size() > MOST_PEOPLE
                || people.stream()
                        .anyMatch(it ->
                                it.length() > LONGEST_NAME || NUMBER.matcher(it).find())) {
            errors.add(new FieldError("people", "patrol.people", MOST_PEOPLE, LONGEST_NAME));
        }
        return people;
    }

    private static @Nullable String note(@Nullable String said, List<FieldError> errors) {
        String note = said == null || said.isBlank() ? null : said.strip();
        if (note != null && note.length() > LONGEST_NOTE) {
            errors.add(new FieldError("note", "patrol.note", LONGEST_NOTE));
        }
        return note;
    }

    private static void checkResult(NewPatrol wanted, List<FieldError> errors) {
        boolean found = wanted.finding() != null;
        if (!NOTHING.equals(wanted.result()) && !FOUND.equals(wanted.result())) {
            errors.add(new FieldError("result", "patrol.result"));
        } else if (FOUND.equals(wanted.result()) && !found) {
            errors.add(new FieldError("finding", "patrol.finding-missing"));
        } else if (NOTHING.equals(wanted.result()) && found) {
            errors.add(new FieldError("result", "patrol.finding-too-much"));
        }
    }
}
