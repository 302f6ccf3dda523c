package dev.whistle.handover;

import dev.whistle.problem.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to record of an item.
 *
 * @param seen number of the entry that the recorder has before him; 0 or null for none
 * @param state code of a {@link HandoverState}
 * @param quantity how many, of an item that is counted
 * @param amount in yuan, of an item that is money
 * @param content what it is, in words that name nobody
 * @param reason what is missing, why it is refused, or why there is none
 * @param correction why an earlier entry is put right; none for the first
 * @param signedOn code of a {@link SignedOn}
 * @param sheet id of the case's attachment that shows the signed sheet; of what was signed on paper
 * @param giver who hands over; may be left out where it is refused
 */
public record NewHandover(
        @Nullable Integer seen,
        @Nullable String state,
        @Nullable Integer quantity,
        @Nullable BigDecimal amount,
        @Nullable @PlainText String content,
        @Nullable @PlainText String reason,
        @Nullable @PlainText String correction,
        @Nullable String signedOn,
        @Nullable @Size(max = 64) @PlainText String sheet,
        @Nullable @Valid Person giver,
        @Nullable @Valid Person taker,
        @Nullable @Valid Person witness) {

    /**
     * Somebody who signs.
     *
     * @param actsFor the party that he or she signs for; a witness's unit
     * @param signature a PNG picture in Base64, of what was signed on the tablet
     */
    public record Person(
            @Nullable @PlainText String name,
            @Nullable @PlainText String actsFor,
            @Nullable String signature) {

        @Override
        public String toString() {
            return "Person"; // a log line must not hold what the database encrypts
        }
    }

    @Nullable
    Person of(Side side) {
        return switch (side) {
            case GIVER -> giver;
            case TAKER -> taker;
            case WITNESS -> witness;
        };
    }
}
