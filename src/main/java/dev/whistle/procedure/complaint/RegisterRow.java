package dev.whistle.procedure.complaint;

import dev.whistle.problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of a register: what stands in its cells, and everything that has been found wrong with it, by column. */
final class RegisterRow {

    private final int row;
    private final Map<String, String> cells = new HashMap<>();
    private final List<BadCell> bad = new ArrayList<>();
    private final Set<String> badColumns = new HashSet<>();

    RegisterRow(int row, List<RegisterColumn> header, List<String> values) {
        this.row = row;
        for (int i = 0; i < Math.min(header.size(), values.size()); i++) {
            if (!values.get(i).isEmpty()) {
                cells.put(header.get(i).title(), values.get(i));
            }
        }
        if (header.size() != values.size()) {
            bad.add(new BadCell(
                    row, null, new FieldError("", "complaint.import.cell.cells", values.size(), header.size())));
        }
    }

    int row() {
        return row;
    }

    List<BadCell> bad() {
        return bad;
    }

    /** Whether its cells stand under the right titles. */
    boolean whole() {
        return bad.stream().noneMatch(it -> it.column() == null);
    }

    /** What stands under a title; null where nothing does. */
    @Nullable
    String text(String title) {
        return cells.get(title);
    }

    /**
     * Notes what is wrong in a column, unless something is known to be: a cell that cannot be read is wrong for the
     * form, too.
     */
    void wrong(String title, FieldError error) {
        if (badColumns.add(title)) {
            bad.add(new BadCell(row, title, error));
        }
    }
}
