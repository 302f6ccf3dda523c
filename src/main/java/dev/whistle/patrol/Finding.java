package dev.whistle.patrol;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a patrol found, by the names of the start form of {@code patrol-finding}, which says what must be filled in.
 *
 * @param findingKind {@code contract}, {@code enforcement} or {@code illegal-construction}
 * @param violationKind a choice of the form; of what is not inside the contract
 * @param place where exactly, e.g. 3幢1单元
 * @param matter what, in a few words that name nobody
 * @param details more of it
 * @param rectificationDemand what the company is to put right
 * @param existing {@code yes} for a building that stood there before (存量)
 * @param violatorName whoever does it, where known
 * @param stopped {@code yes} if it stopped when dissuaded, else {@code no}
 * @param servedHow how the notice was served on the spot, a code of a letter's service
 */
public record Finding(
        @Nullable String findingKind,
        @Nullable String violationKind,
        @Nullable String place,
        @Nullable String matter,
        @Nullable String details,
        @Nullable String rectificationDemand,
        @Nullable String existing,
        @Nullable String violatorName,
        @Nullable String stopped,
        @Nullable String servedHow) {

    /** What was said, by the form's keys; what was not is there with null. */
    Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("findingKind", text(findingKind));
        values.put("violationKind", text(violationKind));
        values.put("place", text(place));
        values.put("matter", text(matter));
        values.put("details", text(details));
        values.put("rectificationDemand", text(rectificationDemand));
        values.put("existing", text(existing));
        values.put("violatorName", text(violatorName));
        values.put("stopped", text(stopped));
        values.put("servedHow", text(servedHow));
        return values;
    }

    private static @Nullable String text(@Nullable String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }
}
