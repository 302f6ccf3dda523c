package dev.whistle.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case when it is opened; see {@link CaseFile} for the parts.
 *
 * @param code two letters that its number begins with, e.g. {@code TS}
 * @param unit id of the unit that takes it up
 */
record NewCase(
        String code,
        String procedure,
        String title,
        @Nullable String details,
        @Nullable String source,
        @Nullable String externalNo,
        @Nullable String place,
        @Nullable String compound,
        String unit,
        Instant receivedAt,
        @Nullable String parentCase) {}
