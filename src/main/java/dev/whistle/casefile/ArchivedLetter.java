package dev.whistle.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A signed letter as it goes into the archive.
 *
 * @param path where it lies there, e.g. {@code 文书/01-投诉答复书.docx}; a name that every file system can unpack
 * @param unit name of the unit that sent it
 * @param signedBy name of who signed it
 * @param withdrawn whether it was signed, but not sent any more
 * @param servedHow in Chinese; null for one that was not served
 * @param sha256 of the signed version, in hex
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArchivedLetter(
        String id,
        String path,
        String title,
        String number,
        String unit,
        String signedBy,
        Instant signedAt,
        boolean withdrawn,
        @Nullable String servedHow,
        @Nullable LocalDate servedOn,
        @Nullable Instant acknowledgedAt,
        String sha256) {}
