package dev.whistle.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a closed case as it goes into the archive.
 *
 * @param name what people call it
 * @param budget how many of {@code unit}
 * @param extended how many were added
 * @param unit DAY, WORKDAY or HOUR
 * @param dueAt the first moment that is too late
 * @param state MET or BREACHED, or what else the ledger says
 */
record ArchivedClock(
        String name,
        String clause,
        String effect,
        Instant anchorAt,
        int budget,
        int extended,
        String unit,
        Instant dueAt,
        boolean provisional,
        String state,
        @Nullable Instant endedAt) {

    static ArchivedClock of(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ArchivedClock(
                row.getString("name"),
                row.getString("clause"),
                row.getString("effect"),
                row.getObject("anchor_at", OffsetDateTime.class).toInstant(),
                row.getInt("budget"),
                row.getInt("extended"),
                row.getString("unit"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("provisional"),
                row.getString("state"),
                ended == null ? null : ended.toInstant());
    }
}
