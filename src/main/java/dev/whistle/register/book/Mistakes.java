package dev.whistle.register.book;

import dev.whistle.problem.FieldError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that is found wrong with a workbook; of one place only what was found first. */
final class Mistakes {

    private final List<BadEntry> found = new ArrayList<>();
    private final Set<String> places = new HashSet<>();
    private final List<String> sheets = new ArrayList<>();

    void add(String sheet, int row, @Nullable String column, String message, Object... arguments) {
        if (places.add(sheet + '\n' + row + '\n' + column)) {
            if (!sheets.contains(sheet)) {
                sheets.add(sheet);
            }
            found.add(new BadEntry(
                    sheet, row, column, new FieldError(column == null ? sheet : column, message, arguments)));
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    /** @throws BadBookException if there are any, by sheet and row */
    void refuse() {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparing((BadEntry it) -> sheets.indexOf(it.sheet()))
                    .thenComparing(BadEntry::row));
            throw new BadBookException(found);
        }
    }
}
