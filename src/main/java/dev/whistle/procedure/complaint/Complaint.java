package dev.whistle.procedure.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.whistle.casefile.Phone;
import dev.whistle.problem.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it is brought in (JJ.A7.2), by a program or as a row of a register: the body of {@code POST
 * /api/complaints}. The parts at its end belong to single channels; which one needs which is said by
 * {@link ComplaintRules}. What came to the JSON later is left out where nobody says it, so that a post repeated under its
 * key is the same post after an upgrade.
 *
 * @param matter what it is about, in a line
 * @param compoundId id of the compound, or null where {@code address} says where
 * @param receivedAt when it was received, from which the answer's period counts; null for now
 * @param externalNo its number with whoever passed it on, e.g. the 12345 hotline
 * @param kind null for {@link MatterKind#OTHER}
 * @param weight null for {@link Weight#ORDINARY}
 */
public record Complaint(
        @NotNull Channel channel,
        @NotBlank @Size(max = 100) @PlainText String matter,
        @Nullable @Size(max = 2000) @PlainText String details,
        @Nullable @Size(min = 1, max = 64) @PlainText String compoundId,
        @Nullable @Size(min = 1, max = 200) @PlainText String address,
        @Nullable OffsetDateTime receivedAt,
        @Nullable @Size(max = 64) @PlainText String externalNo,
        @Nullable @Valid Complainant complainant,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) MatterKind kind,

        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) Weight weight,

        @Nullable @Valid @JsonInclude(JsonInclude.Include.NON_NULL)
        Web web,

        @Nullable @Valid @JsonInclude(JsonInclude.Include.NON_NULL)
        Visit visit,

        @Nullable @Valid @JsonInclude(JsonInclude.Include.NON_NULL)
        Opinion opinion,

        @Nullable @Valid @JsonInclude(JsonInclude.Include.NON_NULL)
        Instruction instruction,

        @Nullable @Valid @JsonInclude(JsonInclude.Include.NON_NULL)
        OnTheSpot onTheSpot) {

    /** Who complains. */
    public record Complainant(
            @Nullable @Size(max = 50) @PlainText String name,

            @Nullable @Size(max = 30) @Pattern(regexp = Phone.PATTERN, message = "{phone.wrong}")
            String phone,

            @Nullable @Size(max = 200) @PlainText String address) {

        @Override
        public String toString() {
            return "Complainant"; // a log line must not hold what the database encrypts
        }
    }

    /** @param platform where it was handed in, e.g. the district's portal */
    public record Web(@NotBlank @Size(max = 50) @PlainText String platform) {}

    /**
     * The form of a visit (JJ.A7.2.3.1).
     *
     * @param visitors how many came; null for one
     * @param evidence null for none
     * @param evidenceList what was handed over, or is to be
     */
    public record Visit(
            @Nullable @Min(1) @Max(9999) Integer visitors,
            @Nullable Evidence evidence,
            @Nullable @Size(min = 1, max = 500) @PlainText String evidenceList) {

        static final Visit OF_ONE = new Visit(null, null, null);

        int people() {
            return visitors == null ? 1 : visitors;
        }

        Evidence brought() {
            return evidence == null ? Evidence.NONE : evidence;
        }
    }

    /**
     * What is said in public.
     *
     * @param platform where, e.g. a forum
     * @param link the page
     * @param major major negative publicity, which counts for the blacklist (JJ.A8.3.2); null for not
     */
    public record Opinion(
            @NotBlank @Size(max = 50) @PlainText String platform,

            @NotBlank @Size(max = 500) @Pattern(regexp = "https?://[^\\s\\p{Cntrl}]+", message = "{complaint.link}")
            String link,

            @Nullable Boolean major) {

        Publicity publicity() {
            return Boolean.TRUE.equals(major) ? Publicity.MAJOR : Publicity.ORDINARY;
        }
    }

    /**
     * What a leader wrote on it.
     *
     * @param on the day it bears
     */
    public record Instruction(
            @NotBlank @Size(max = 50) @PlainText String leader,
            @NotBlank @Size(max = 1000) @PlainText String words,
            @NotNull LocalDate on) {}

    /** An answer that was given at once and contented who asked. */
    public record OnTheSpot(
            @NotBlank @Size(max = 2000) @PlainText String answer,
            @NotNull SpotSatisfaction satisfaction) {}

    MatterKind about() {
        return Objects.requireNonNullElse(kind, MatterKind.OTHER);
    }

    Weight heaviness() {
        return Objects.requireNonNullElse(weight, Weight.ORDINARY);
    }

    OffsetDateTime received(Clock clock) {
        return receivedAt == null ? OffsetDateTime.now(clock) : receivedAt;
    }

    /** The same complaint, received at another time. */
    Complaint receivedAt(OffsetDateTime time) {
        return new Complaint(
                channel,
                matter,
                details,
                compoundId,
                address,
                time,
                externalNo,
                complainant,
                kind,
                weight,
                web,
                visit,
                opinion,
                instruction,
                onTheSpot);
    }
}
