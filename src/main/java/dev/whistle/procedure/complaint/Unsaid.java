package dev.whistle.procedure.complaint;

import dev.whistle.engine.AskedField;
import dev.whistle.engine.StartForm;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What fields stand at of which a program says nothing: what the form shows at first, as for an officer who leaves it.
 * It cannot be the form's business that programs neither sit at a telephone, which the form begins with, nor choose a
 * kind of matter where they know of none.
 *
 * @param values by key
 */
record Unsaid(Map<String, Object> values) {

    private static final String UNKNOWN_KIND = "other";

    static Unsaid inPost(StartForm form) {
        return of(form, Set.of(Variables.CHANNEL));
    }

    /** A register is of earlier days: when it was received is said in each of its rows. */
    static Unsaid inRegister(StartForm form) {
        return of(form, Set.of(Variables.CHANNEL, Variables.RECEIVED_AT));
    }

    @Nullable
    Object of(AskedField field) {
        return values.get(field.key());
    }

    private static Unsaid of(StartForm form, Set<String> toBeSaid) {
        Map<String, Object> values = new HashMap<>();
        for (AskedField field : form.asked()) {
            if (!toBeSaid.contains(field.key())) {
                form.first(field).ifPresent(it -> values.put(field.key(), it));
            }
        }
        values.put(Variables.MATTER_KIND, UNKNOWN_KIND);
        return new Unsaid(values);
    }
}
