package dev.whistle.register.book;

import dev.whistle.register.RegisterLog.Change;
import java.util.List;

/**
 * What an import did, or would do.
 *
 * @param sheets each sheet that the workbook has
 * @param touched what is new or changed, at most the first 500
 */
public record ImportReport(List<Sheet> sheets, List<Touched> touched) {

    /**
     * One sheet in numbers.
     *
     * @param unchanged rows that say what is there already
     * @param examples rows of the template that were passed over
     */
    public record Sheet(String name, int added, int changed, int unchanged, int examples) {}

    /**
     * An entry that is new or changed.
     *
     * @param row where the file has it; 0 where another row's consequence is meant, as the end of an earlier term
     * @param what how it is called
     */
    public record Touched(String sheet, int row, String what, boolean added, List<Change> changes) {}

    /** Whether nothing is new and nothing changed. */
    public boolean nothing() {
        return touched.isEmpty();
    }
}
