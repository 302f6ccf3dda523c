package dev.whistle.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A closed case's cover sheet as it goes into the archive; units and companies by id, the compound also by name. */
record ArchivedCase(
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
        @Nullable String compoundName,
        @Nullable String company,
        String unit,
        Instant receivedAt,
        Instant openedAt,
        Instant closedAt,
        @Nullable String outcome,
        @Nullable String parentCase) {

    static ArchivedCase of(ResultSet row, int number) throws SQLException {
        return new ArchivedCase(
                row.getString("case_no"),
                row.getString("procedure"),
                row.getString("title"),
                row.getString("details"),
                row.getString("source"),
                row.getString("external_no"),
                row.getString("place"),
                row.getString("district"),
                row.getString("street"),
                row.getString("community"),
                row.getString("compound"),
                row.getString("compound_name"),
                row.getString("company"),
                row.getString("unit"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                Objects.requireNonNull(row.getObject("closed_at", OffsetDateTime.class), "an open case has no archive")
                        .toInstant(),
                row.getString("outcome"),
                row.getString("parent_case"));
    }
}
