package dev.whistle.casefile;

import java.time.Instant;

/**
 * The archive of a closed case, a ZIP, to be sent to somebody who may read the case.
 *
 * @param sha256 of the ZIP, in hex
 */
@SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
public record ArchiveContent(String caseNo, Instant madeAt, String sha256, byte[] bytes) {

    /** A file name for it, e.g. {@code TS-2026-000123.zip}. */
    public String fileName() {
        return caseNo + ".zip";
    }
}
