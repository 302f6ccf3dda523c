package dev.whistle.handover;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry in which nothing is wrong. */
record CheckedHandover(
        HandoverItem item,
        int number,
        HandoverState state,
        @Nullable Integer quantity,
        @Nullable BigDecimal amount,
        @Nullable String content,
        @Nullable String reason,
        @Nullable String correction,
        SignedOn signedOn,
        @Nullable String sheet,
        List<Signed> signed) {

    /**
     * Somebody's signature.
     *
     * @param signature the picture in Base64; null for what was signed on paper
     */
    record Signed(
            Side side,
            String name,
            String actsFor,
            String mark,
            @Nullable String signature) {

        @Override
        public String toString() {
            return "Signed"; // names nobody
        }
    }
}
