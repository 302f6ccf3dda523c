package dev.whistle.report;

import java.util.Set;

/**
 * What an office answers for.
 *
 * @param everything whether it is the root of the tree
 * @param units ids of it and of all below it
 */
record Reach(boolean everything, Set<String> units) {

    boolean has(String unit) {
        return everything || units.contains(unit);
    }

    /** A condition on {@code :units}, where there is need of one. */
    String and(String condition) {
        return everything ? "" : " and " + condition;
    }
}
