package dev.whistle.casefile;

import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note for a case's file.
 *
 * @param on the ISO date of what is noted, or null
 */
record CaseNote(String title, String text, @Nullable String on) {

    /** @throws Problem if there is no title or no text, or the date is none */
    CaseNote {
        List<FieldError> errors = new ArrayList<>();
        if (title.isBlank()) {
            errors.add(new FieldError("title", "file.note.required", "标题"));
        }
        if (text.isBlank()) {
            errors.add(new FieldError("text", "file.note.required", "内容"));
        }
        if (on != null && !isDate(on)) {
            errors.add(new FieldError("on", "file.note.date"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /** What the timeline shows of it. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of("title", "标题", title));
        if (on != null) {
            entries.add(Entry.of("on", "日期", on));
        }
        entries.add(Entry.of("text", "内容", text));
        return List.copyOf(entries);
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException notADate) {
            return false;
        }
    }
}
