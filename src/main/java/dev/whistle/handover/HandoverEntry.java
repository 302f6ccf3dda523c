package dev.whistle.handover;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded of an item. It is never changed; a later entry of the item counts in its place.
 *
 * @param item the item's key in the table
 * @param number 1 for the item's first entry
 * @param name what the item was called then
 * @param correction why the entry before was put right; null for the first
 * @param sheet id of the attachment with the signed sheet; null for what was signed on the tablet
 * @param recordedBy user id
 */
public record HandoverEntry(
        String id,
        String item,
        int number,
        String name,
        String measure,
        HandoverState state,
        @Nullable Integer quantity,
        @Nullable BigDecimal amount,
        @Nullable String content,
        @Nullable String reason,
        @Nullable String correction,
        SignedOn signedOn,
        @Nullable String sheet,
        List<Signer> signers,
        String recordedBy,
        Instant recordedAt) {

    /** What was handed over and in which state, in one line: 3处，3幢架空层；交清. */
    public String said() {
        String much = Stream.of(quantity == null ? null : quantity + measure, money(), content)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("，"));
        String how = state.label() + (reason == null ? "" : "（" + reason + "）");
        return (much.isEmpty() ? how : much + "；" + how).replaceAll("\\s*\\R\\s*", "；");
    }

    private @Nullable String money() {
        return amount == null ? null : amount.setScale(2).toPlainString() + measure;
    }
}
