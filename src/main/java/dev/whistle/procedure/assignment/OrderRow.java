package dev.whistle.procedure.assignment;

import org.jspecify.annotations.Nullable;

/**
 * A row of an order as it was handed in.
 *
 * @param number from 1
 * @param fields what the form calls its three cells, so that a refusal names the place to mend
 */
record OrderRow(
        int number,
        Fields fields,
        @Nullable String unit,
        @Nullable String task,
        @Nullable String due) {

    record Fields(String unit, String task, String due) {}

    boolean empty() {
        return unit == null && task == null && due == null;
    }
}
