package dev.whistle.desk;

import dev.whistle.engine.Background;
import dev.whistle.engine.Staff;
import dev.whistle.engine.Unrestricted;
import dev.whistle.engine.UserNames;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who does somebody's tasks while he or she is away. It is registered by the person or by who leads the unit or one above
 * it; it begins and ends by itself, and may be ended before its time.
 */
@Component
public class Covers {

    /** Longer absences are another person's work. */
    private static final int LONGEST_DAYS = 366;
    /** How long one that is over stays in the list. */
    private static final int LISTED_DAYS = 30;

    private final CoverTable table;
    private final CoveredTasks tasks;
    private final Background background;
    private final Unrestricted unrestricted;
    private final Staff staff;
    private final UserNames names;
    private final Units units;
    private final CurrentOfficer current;
    private final Clock clock;

    Covers(
            CoverTable table,
            CoveredTasks tasks,
            Background background,
            Unrestricted unrestricted,
            Staff staff,
            UserNames names,
            Units units,
            CurrentOfficer current,
            Clock clock) {
        this.table = table;
        this.tasks = tasks;
        this.background = background;
        this.unrestricted = unrestricted;
        this.staff = staff;
        this.names = names;
        this.units = units;
        this.current = current;
        this.clock = clock;
    }

    /** Somebody for whom a cover may be registered, and the colleagues who may do everything that he or she may. */
    public record Coverable(String person, List<String> deputies) {}

    /** Those that concern the caller or somebody whom he or she leads, the latest to begin first. */
    public List<Cover> list() {
        Officer officer = officer();
        Set<String> users = Stream.concat(Stream.of(officer.user()), led(officer, staff.byGroup()))
                .collect(Collectors.toSet());
        return table.concerning(users, today().minusDays(LISTED_DAYS));
    }

    /** Those of these covers that the caller may end before their time, or call off. */
    public Set<Cover> mayEnd(Collection<Cover> covers) {
        Officer officer = officer();
        LocalDate today = today();
        Map<String, Set<String>> groupsOf = groupsOf(staff.byGroup());
        return covers.stream()
                .filter(it -> !it.over(today))
                .filter(it -> mayArrange(officer, it.person(), groupsOf.getOrDefault(it.person(), Set.of())))
                .collect(Collectors.toSet());
    }

    /** For whom the caller may register a cover. */
    public List<Coverable> coverable() {
        Officer officer = officer();
        Map<String, List<String>> byGroup = staff.byGroup();
        Map<String, Set<String>> groupsOf = groupsOf(byGroup);
        return Stream.concat(Stream.of(officer.user()), led(officer, byGroup))
                .distinct()
                .filter(groupsOf::containsKey)
                .map(person -> new Coverable(person, deputies(person, groupsOf)))
                .toList();
    }

    /** The units' groups that each is in. */
    private Map<String, Set<String>> groupsOf(Map<String, List<String>> byGroup) {
        Map<String, Set<String>> groupsOf = new HashMap<>();
        byGroup.forEach((group, members) -> {
            if (units.ofGroup(group).isPresent()) {
                members.forEach(member ->
                        groupsOf.computeIfAbsent(member, it -> new HashSet<>()).add(group));
            }
        });
        return groupsOf;
    }

    private static List<String> deputies(String person, Map<String, Set<String>> groupsOf) {
        Set<String> needed = groupsOf.getOrDefault(person, Set.of());
        return groupsOf.entrySet().stream()
                .filter(it -> !it.getKey().equals(person) && it.getValue().containsAll(needed))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The members of the units that the officer leads. */
    private Stream<String> led(Officer officer, Map<String, List<String>> byGroup) {
        return officer.units().stream()
                .sorted()
                .flatMap(id -> units.find(id).stream())
                .filter(officer::leads)
                .flatMap(unit -> byGroup.getOrDefault(unit.officers(), List.of()).stream());
    }

    /**
     * Registers a cover. One that begins today holds at once.
     *
     * @throws Problem naming every field that is not right, or of kind FORBIDDEN where it is for others to arrange
     */
    public Cover register(NewCover wanted) {
        Officer officer = officer();
        Set<String> groups = unitGroups(wanted.person());
        if (groups.isEmpty()) {
            throw Problem.invalid(new FieldError("person", "desk.cover.person", wanted.person()));
        }
        if (!mayArrange(officer, wanted.person(), groups)) {
            throw new Problem(Kind.FORBIDDEN, "desk.cover.not-yours", names.nameOf(wanted.person()));
        }
        List<FieldError> errors = errors(wanted, groups);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return unrestricted.run(() -> {
            table.hold(List.of(wanted.person(), wanted.deputy()));
            refuseClashes(wanted);
            Cover cover = table.add(wanted, officer.user());
            if (cover.from().isAfter(today())) {
                background.schedule(CoveredTasks.NAME, cover.id(), begin(cover.from()));
            }
            background.schedule(CoveredTasks.NAME, cover.id(), begin(cover.to().plusDays(1)));
            tasks.place(cover);
            return cover;
        });
    }

    private List<FieldError> errors(NewCover wanted, Set<String> groups) {
        List<FieldError> errors = new ArrayList<>();
        if (wanted.deputy().equals(wanted.person())) {
            errors.add(new FieldError("deputy", "desk.cover.self"));
        } else if (!staff.groupsOf(wanted.deputy()).containsAll(groups)) {
            errors.add(new FieldError(
                    "deputy", "desk.cover.deputy", names.nameOf(wanted.deputy()), names.nameOf(wanted.person())));
        }
        if (wanted.from().isBefore(today())) {
            errors.add(new FieldError("from", "desk.cover.from"));
        }
        if (wanted.to().isBefore(wanted.from())) {
            errors.add(new FieldError("to", "desk.cover.to"));
        } else if (wanted.to().isAfter(wanted.from().plusDays(LONGEST_DAYS))) {
            errors.add(new FieldError("to", "desk.cover.long"));
        }
        return errors;
    }

    /** Nobody is covered twice for one day, nor by somebody who is away, nor away while he stands in for another. */
    private void refuseClashes(NewCover wanted) {
        List<FieldError> errors = new ArrayList<>();
        table.ofPersons(List.of(wanted.person()), wanted.from(), wanted.to()).stream()
                .findFirst()
                .ifPresent(it -> errors.add(new FieldError(
                        "from",
                        "desk.cover.overlap",
                        names.nameOf(it.person()),
                        it.from(),
                        it.to(),
                        names.nameOf(it.deputy()))));
        table.ofPersons(List.of(wanted.deputy()), wanted.from(), wanted.to()).stream()
                .findFirst()
                .ifPresent(it -> errors.add(
                        new FieldError("deputy", "desk.cover.away", names.nameOf(it.person()), it.from(), it.to())));
        table.ofDeputies(List.of(wanted.person()), wanted.from(), wanted.to()).stream()
                .findFirst()
                .ifPresent(it -> errors.add(new FieldError(
                        "person",
                        "desk.cover.chain",
                        names.nameOf(it.deputy()),
                        it.from(),
                        it.to(),
                        names.nameOf(it.person()))));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /**
     * Ends a cover before its time, or calls it off: the tasks go back at once.
     *
     * @throws Problem if there is none that the caller may see, it is for others to end, or it is over
     */
    public Cover end(String id) {
        Officer officer = officer();
        Cover found = list().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "desk.cover.not-found"));
        if (!mayArrange(officer, found.person(), unitGroups(found.person()))) {
            throw new Problem(Kind.FORBIDDEN, "desk.cover.not-yours", names.nameOf(found.person()));
        }
        return unrestricted.run(() -> {
            if (found.over(today()) || !table.end(id, officer.user())) {
                throw new Problem(Kind.CONFLICT, "desk.cover.over");
            }
            Cover ended = table.find(id).orElseThrow();
            tasks.place(ended);
            return ended;
        });
    }

    /** By whom these people are covered today, by their ids; who is there is left out. */
    Map<String, Cover> today(Collection<String> persons) {
        return persons.isEmpty()
                ? Map.of()
                : table.ofPersons(persons, today(), today()).stream()
                        .collect(Collectors.toMap(Cover::person, it -> it));
    }

    /** @param groups the person's, of units */
    private boolean mayArrange(Officer officer, String person, Set<String> groups) {
        return officer.user().equals(person)
                || groups.stream()
                        .flatMap(group -> units.ofGroup(group).stream())
                        .flatMap(unit -> units.upFrom(unit.id()))
                        .anyMatch(officer::leads);
    }

    private Set<String> unitGroups(String user) {
        return staff.groupsOf(user).stream()
                .filter(group -> units.ofGroup(group).isPresent())
                .collect(Collectors.toSet());
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Officer officer() {
        return current.get().orElseThrow(() -> new Problem(Kind.FORBIDDEN, "case.nobody"));
    }
}
