package dev.whistle.organisation;

import java.util.Set;

/**
 * What a unit answers for.
 *
 * @param everything whether it is the root of the tree, which answers for units that are no more, too
 * @param units ids of it and of all below it
 */
public record Reach(boolean everything, Set<String> units) {

    public boolean has(String unit) {
        return everything || units.contains(unit);
    }

    /** A condition on {@code :units}, added to others; nothing where there is no need of one. */
    public String and(String condition) {
        return everything ? "" : " and " + condition;
    }
}
