package dev.whistle.procedure.complaint;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The start form, filled in and not handed in yet.
 *
 * @param values by key; what is empty is there with null
 */
record FilledForm(Map<String, @Nullable Object> values) {

    @Override
    public String toString() {
        return "FilledForm"; // a log line must not hold what the database encrypts
    }
}
