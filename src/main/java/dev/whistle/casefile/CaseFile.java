package dev.whistle.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case's cover sheet.
 *
 * @param caseNo e.g. {@code TS-2026-000123}; the engine's business key
 * @param procedure slug of the procedure, which is its process id
 * @param source by what way the case came, e.g. {@code phone}
 * @param place where, in words, when it is no compound
 * @param unit the unit that took the case up first
 * @param receivedAt when it was received: periods are counted from here
 * @param outcome how it ended; null while it is open
 * @param trackingCode what a resident asks after the case with; not to be guessed from the number
 */
public record CaseFile(
        String caseNo,
        String procedure,
        String title,
        @Nullable String details,
        @Nullable String source,
        @Nullable String externalNo,
        @Nullable String place,
        @Nullable String district,
        @Nullable String street,
        @Nullable String community,
        @Nullable String compound,
        @Nullable String company,
        String unit,
        Instant receivedAt,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String outcome,
        @Nullable String parentCase,
        String trackingCode) {

    public boolean closed() {
        return closedAt != null;
    }

    /** The same case, closed. */
    CaseFile closed(Instant at, String how) {
        return new CaseFile(
                caseNo,
                procedure,
                title,
                details,
                source,
                externalNo,
                place,
                district,
                street,
                community,
                compound,
                company,
                unit,
                receivedAt,
                openedAt,
                at,
                how,
                parentCase,
                trackingCode);
    }
}
