package dev.whistle.procedure.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A register that is being imported.
 *
 * @param unit id of the unit that imports it
 * @param importedBy user id
 * @param total how many complaints it holds
 * @param opened how many of them have a case by now
 * @param failed how many got none, because opening them failed again and again
 * @param repeatable how many of those that failed can be run again; the others have been forgotten
 * @param rows the rows done so far, in their order, once all are done; empty before, and in a list of imports
 */
public record ComplaintImport(
        String id,
        String unit,
        String importedBy,
        Instant importedAt,
        int total,
        int opened,
        int failed,
        int repeatable,
        List<Row> rows) {

    /**
     * What became of a row.
     *
     * @param row as a spreadsheet counts
     * @param unit id of the unit that takes it up
     * @param caseNo its case; empty where opening it failed
     * @param reason why it failed, in Chinese, where that is known
     */
    public record Row(int row, String unit, Optional<String> caseNo, Optional<String> reason) {}

    /** Whether nothing of it waits any more. */
    public boolean done() {
        return opened + failed == total;
    }

    ComplaintImport with(List<Row> itsRows) {
        return new ComplaintImport(id, unit, importedBy, importedAt, total, opened, failed, repeatable, itsRows);
    }
}
