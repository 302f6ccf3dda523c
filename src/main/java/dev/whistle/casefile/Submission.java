package dev.whistle.casefile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody handed in, on the way to a case's file: the fields in the form's order and the persons they name.
 * A personal field stands in {@code fields} by its role until the person has been filed.
 *
 * @param fields what was entered; {@code party} holds a role here, an id once filed
 * @param parties the persons' data in clear
 */
public record Submission(List<Entry> fields, List<PartyDetails> parties) {

    /** Gathers fields one by one. */
    public static final class Draft {

        private final List<Entry> fields = new ArrayList<>();
        private final List<PartyDetails> parties = new ArrayList<>();

        public Draft field(String key, String label, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                fields.add(Entry.of(key, label, value));
            }
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
            return new Submission(List.copyOf(fields), List.copyOf(parties));
        }
    }
}
