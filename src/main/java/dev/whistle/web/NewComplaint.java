package dev.whistle.web;

import dev.whistle.casefile.Phone;
import dev.whistle.procedure.complaint.Channel;
import dev.whistle.procedure.complaint.Complaint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/complaints}. */
record NewComplaint(
        @NotNull Channel channel,
        @NotBlank @Size(max = 100) @PlainText String matter,
        @Nullable @Size(max = 2000) @PlainText String details,
        @Nullable @Size(min = 1, max = 64) @PlainText String compoundId,
        @Nullable @Size(min = 1, max = 200) @PlainText String address,
        @Nullable OffsetDateTime receivedAt,
        @Nullable @Size(max = 64) @PlainText String externalNo,
        @NotNull @Valid NewComplainant complainant) {

    record NewComplainant(
            @NotBlank @Size(max = 50) @PlainText String name,

            @NotBlank @Size(max = 30) @Pattern(regexp = Phone.PATTERN, message = "{phone.wrong}")
            String phone,

            @Nullable @Size(max = 200) @PlainText String address) {

        @Override
        public String toString() {
            return "NewComplainant"; // a log line must not hold what the database encrypts
        }
    }

    /** The complaint; one that does not say when it came was received now. */
    Complaint complaint(Clock clock) {
        return new Complaint(
                channel,
                matter,
                details,
                compoundId,
                address,
                receivedAt == null ? OffsetDateTime.now(clock) : receivedAt,
                externalNo,
                new Complaint.Complainant(complainant.name(), complainant.phone(), complainant.address()));
    }
}
