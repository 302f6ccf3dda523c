package dev.whistle.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting: a user with the units he or she works for. Units are read off the engine's groups
 * ({@code <unit>.<role>}), so that membership has one home.
 *
 * @param user the engine's user id
 * @param groups the engine's group ids
 */
public record Officer(String user, List<String> groups) {

    private static final String ADMINISTRATORS = "camunda-admin";

    public static Officer of(String user, @Nullable Collection<String> groups) {
        return new Officer(user, groups == null ? List.of() : List.copyOf(groups));
    }

    /** Unit ids of all groups. */
    public Set<String> units() {
        return groups.stream().flatMap(group -> Unit.idIn(group).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether he or she is one of a unit's leads. */
    public boolean leads(Unit unit) {
        return groups.contains(unit.leads());
    }

    public boolean administrator() {
        return groups.contains(ADMINISTRATORS);
    }
}
