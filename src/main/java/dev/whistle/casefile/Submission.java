package dev.whistle.casefile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody handed in, on the way to a case's file: the fields in the form's order and the persons they name.
 * A personal field stands in {@code fields} by its role until the person has been filed.
 *
 * @param fields what was entered; {@code party} holds a role here, an id once filed
 * @param parties the persons' data in clear
 * @param particulars what is kept with the case for later steps
 * @param emptied names of particulars that were asked for and left empty
 */
public record Submission(
        List<Entry> fields, List<PartyDetails> parties, List<Particular> particulars, Set<String> emptied) {

    boolean isEmpty() {
        return fields.isEmpty() && parties.isEmpty() && particulars.isEmpty() && emptied.isEmpty();
    }

    /** Gathers fields one by one. */
    public static final class Draft {

        private final List<Entry> fields = new ArrayList<>();
        private final List<PartyDetails> parties = new ArrayList<>();
        private final List<Particular> particulars = new ArrayList<>();
        private final Set<String> emptied = new LinkedHashSet<>();

        public Draft field(String key, String label, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                fields.add(Entry.of(key, label, value));
            }
            return this;
        }

        /**
         * A field that is kept with the case as a particular; the timeline tells it like any other.
         *
         * @param code what cases are found by: the code of a choice, an ISO date; of free text the text
         * @param shown what officers read
         */
        public Draft particular(String key, String label, String code, String shown) {
            particulars.add(new Particular(key, label, code, shown));
            return field(key, label, shown);
        }

        /** A particular that was asked for and left empty: the case has it no longer. */
        public Draft emptied(String key) {
            emptied.add(key);
            return this;
        }

        public Draft personal(String key, String label, String role) {
            fields.add(new Entry(key, label, null, role));
            return this;
        }

        public Draft party(PartyDetails details) {
            parties.add(details);
            return this;
        }

        public Submission done() {
            return new Submission(
                    List.copyOf(fields), List.copyOf(parties), List.copyOf(particulars), Set.copyOf(emptied));
        }
    }
}
