package dev.whistle.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The one place that decides who sees what. A unit sees what it holds and what the units below it hold; so the
 * district office sees all, a street its tree, a department what is referred to it, a company what concerns its own
 * compounds. The engine's task grants ({@code engine.TaskGrants}) and the cases read under {@code /api} both ask here.
 */
@Component
public class Access {

    private final Units units;

    Access(Units units) {
        this.units = units;
    }

    /** Units whose officers may look over the shoulder of this one, nearest first. */
    public List<Unit> overseers(String unit) {
        return units.above(unit);
    }

    /**
     * Groups that may read what a group holds, besides that group itself: the officers of its unit and of the units
     * above. The root is not among them, because it reads everything by one standing grant. Empty for a group that is
     * not a unit's.
     */
    public List<String> readers(String group) {
        return units.ofGroup(group).stream()
                .flatMap(unit -> Stream.concat(Stream.of(unit), overseers(unit.id()).stream()))
                .filter(unit -> !unit.root())
                .map(Unit::officers)
                .filter(reader -> !reader.equals(group))
                .toList();
    }

    /**
     * Groups whose tasks a member of these groups may read: the other way round than {@link #readers}.
     *
     * @param groups those of one person
     */
    public List<String> readableGroups(Collection<String> groups) {
        Stream<String> below = units.all().stream()
                .flatMap(unit -> Stream.of(unit.officers(), unit.leads()))
                .filter(group -> readers(group).stream().anyMatch(groups::contains));
        return Stream.concat(groups.stream(), below).distinct().toList();
    }

    /** Every unit whose cases this officer may read: his or her own and all below them. */
    public Set<String> readableUnits(Officer officer) {
        Set<String> own = officer.units();
        return units.all().stream()
                .filter(unit -> own.contains(unit.id())
                        || units.above(unit.id()).stream().map(Unit::id).anyMatch(own::contains))
                .map(Unit::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a unit answers for, whoever of it looks. */
    public Reach reachOf(Unit unit) {
        return new Reach(unit.root(), readableUnits(Officer.of(unit.id(), List.of(unit.officers()))));
    }

    /** Whether a case that came to these units may be read by this officer. */
    public boolean mayRead(Officer officer, Collection<String> caseUnits) {
        Set<String> readable = readableUnits(officer);
        return caseUnits.stream().anyMatch(readable::contains);
    }
}
