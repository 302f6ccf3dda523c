package dev.whistle.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.whistle.procedure.complaint.ComplaintImport;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How far an import has come.
 *
 * @param repeatable how many of the failed rows can be run again
 * @param rows once it is done
 */
record ImportView(
        String id,
        String importedBy,
        String importedByName,
        String unit,
        String unitName,
        OffsetDateTime importedAt,
        int total,
        int opened,
        int failed,
        int repeatable,
        boolean done,
        List<Row> rows) {

    /**
     * What became of a row.
     *
     * @param unit id of the unit that takes it up
     * @param caseNo left out where opening the case failed
     * @param reason left out unless it failed
     * @param readable whether the asker may read the case under {@code /api/cases}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            int row,
            String unit,
            String unitName,
            @Nullable String caseNo,
            @Nullable String reason,
            boolean readable) {}

    /**
     * @param names of users, by id
     * @param unitName the name of a unit
     * @param readable ids of the units whose cases the asker may read
     */
    static ImportView of(
            ComplaintImport it, Map<String, String> names, UnaryOperator<String> unitName, Set<String> readable) {
        return new ImportView(
                it.id(),
                it.importedBy(),
                names.getOrDefault(it.importedBy(), it.importedBy()),
                it.unit(),
                unitName.apply(it.unit()),
                CaseView.china(it.importedAt()),
                it.total(),
                it.opened(),
                it.failed(),
                it.repeatable(),
                it.done(),
                it.rows().stream()
                        .map(row -> new Row(
                                row.row(),
                                row.unit(),
                                unitName.apply(row.unit()),
                                row.caseNo().orElse(null),
                                row.reason().orElse(null),
                                row.caseNo().isPresent() && readable.contains(row.unit())))
                        .toList());
    }
}
