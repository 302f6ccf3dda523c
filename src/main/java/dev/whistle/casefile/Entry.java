package dev.whistle.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One field as it was entered in a form. A personal field names the party that holds its value instead of carrying it.
 *
 * @param key the form field's key
 * @param label the field's Chinese label at the time
 * @param value what an officer reads (an option's label, not its code); null for a personal field
 * @param party id of the party that holds the value; null for any other field
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
        String key,
        String label,
        @Nullable String value,
        @Nullable String party) {

    public static Entry of(String key, String label, String value) {
        return new Entry(key, label, value, null);
    }
}
