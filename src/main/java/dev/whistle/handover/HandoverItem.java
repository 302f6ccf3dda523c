package dev.whistle.handover;

/**
 * Something that is to be handed over, a row of {@code handover-items.dmn}.
 *
 * @param id its key in the table
 * @param name what officers call it
 * @param hint what to write down of it
 * @param recorded how much of it: a list in words, a number, or an amount in yuan
 * @param measure what the number counts, e.g. 把; 元 for an amount; empty for a list
 * @param property whether it belongs to the owners in common
 * @param clauses ids of the clauses it stands on, separated by blanks
 */
public record HandoverItem(
        String id, String name, String hint, Recorded recorded, String measure, boolean property, String clauses) {

    /** How much of an item is written down. */
    public enum Recorded {
        LIST,
        COUNT,
        AMOUNT
    }
}
