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
 * @param failed how many will get none, because opening them failed again and again
 * @param rows the rows done so far, in their order, once all are done; empty before
 */
public record ComplaintImport(
        String id,
        String unit,
        String importedBy,
        Instant importedAt,
        int total,
        int opened,
        int failed,
        List<Row> rows) {

    /**
     * What became of a row.
     *
     * @param row as a spreadsheet counts
     * @param caseNo its case; empty where opening it failed
     */
    public record Row(int row, Optional<String> caseNo) {}

    /** Whether nothing of it waits any more. */
    public boolean done() {
        return opened + failed == total;
    }
}
