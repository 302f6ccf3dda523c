package dev.whistle.patrol;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patrol that somebody wants to record.
 *
 * @param unit id of the unit that patrolled; null for the recorder's own
 * @param compound id of the compound
 * @param kind code of a {@link PatrolKind}; null for the unit's own
 * @param patrolledAt when, to the minute
 * @param people names of those who went
 * @param result {@code none} or {@code finding}
 * @param note what else there is to say of it; names nobody
 * @param finding what was found; null if nothing
 */
public record NewPatrol(
        @Nullable String unit,
        @Nullable String compound,
        @Nullable String kind,
        @Nullable OffsetDateTime patrolledAt,
        @Nullable List<String> people,
        @Nullable String result,
        @Nullable String note,
        @Nullable Finding finding) {}
