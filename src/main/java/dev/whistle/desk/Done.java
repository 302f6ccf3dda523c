package dev.whistle.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that an officer has done in a case.
 *
 * @param title the case's
 * @param compoundName of the compound that the case is about
 * @param name what was done, as the timeline has it
 * @param closedAt when the case was closed; null while it is open
 * @param outcome code of how it ended
 */
public record Done(
        String caseNo,
        String title,
        @Nullable String compoundName,
        String name,
        Instant at,
        @Nullable Instant closedAt,
        @Nullable String outcome) {}
