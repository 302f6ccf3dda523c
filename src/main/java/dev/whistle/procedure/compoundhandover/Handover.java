package dev.whistle.procedure.compoundhandover;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A compound that is handed over.
 *
 * @param parent number of the case in which the company leaves; null for a compound that nobody runs
 * @param company unit id of the company that leaves; null for a compound that nobody runs
 * @param reason code of why it leaves
 * @param lastDay last day of its service; null where it has left already
 * @param settledFrom first day of whoever is to run the compound from then on; null until that is known
 * @param open whether the case is
 */
record Handover(
        String caseNo,
        String compound,
        @Nullable String parent,
        @Nullable String company,
        String reason,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate settledFrom,
        boolean open) {

    /** Whether this is the company that leaves. */
    boolean leaves(@Nullable String unit) {
        return company != null && company.equals(unit);
    }
}
