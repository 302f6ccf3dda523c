package dev.whistle.patrol;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patrol of a compound as it stands on record.
 *
 * @param unit id of the unit that patrolled
 * @param compound id of the compound
 * @param on the day in China
 * @param week the Monday of its week
 * @param people who went; none where they are not for the asker to know
 * @param finding whether something was found
 * @param caseNo number of the case of what was found
 */
public record Patrol(
        String id,
        String unit,
        String compound,
        PatrolKind kind,
        Instant at,
        LocalDate on,
        LocalDate week,
        List<String> people,
        boolean finding,
        @Nullable String note,
        String recordedBy,
        @Nullable String caseNo) {

    Patrol withCase(String number) {
        return new Patrol(id, unit, compound, kind, at, on, week, people, finding, note, recordedBy, number);
    }
}
