package dev.whistle.procedure.complaint;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it was brought in (JJ.A7.2).
 *
 * @param matter what it is about, in a line
 * @param compound id of the compound, or null where {@code place} says where
 * @param receivedAt when it was received; the answer's period counts from here
 * @param externalNo its number with whoever passed it on, e.g. the 12345 hotline
 */
public record Complaint(
        Channel channel,
        String matter,
        @Nullable String details,
        @Nullable String compound,
        @Nullable String place,
        OffsetDateTime receivedAt,
        @Nullable String externalNo,
        Complainant complainant) {

    /** Who complains. */
    public record Complainant(
            String name, String phone, @Nullable String address) {

        @Override
        public String toString() {
            return "Complainant"; // a log line must not hold what the database encrypts
        }
    }
}
