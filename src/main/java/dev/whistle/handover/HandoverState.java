package dev.whistle.handover;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What has become of something that is to be handed over. */
public enum HandoverState {
    COMPLETE("交清", true),
    /** Something of it is missing: the reason says what. */
    PARTIAL("部分交清", false),
    /** Nobody signs as its giver. */
    REFUSED("拒绝移交", false),
    /** The compound has no such thing: the reason says why. */
    NOT_APPLICABLE("不适用", true);

    private final String label;
    private final boolean settled;

    HandoverState(String label, boolean settled) {
        this.label = label;
        this.settled = settled;
    }

    /** What programs call it, e.g. {@code not-applicable}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What officers call it. */
    public String label() {
        return label;
    }

    /** Whether nothing of it is left to be handed over. */
    public boolean settled() {
        return settled;
    }

    /** Whether something changed hands, which is then said. */
    boolean handedOver() {
        return this == COMPLETE || this == PARTIAL;
    }

    boolean needsReason() {
        return this != COMPLETE;
    }

    /** Whose signatures it takes. */
    Set<Side> signers() {
        return this == REFUSED ? EnumSet.of(Side.TAKER, Side.WITNESS) : EnumSet.allOf(Side.class);
    }

    static Optional<HandoverState> of(@Nullable String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    static String choices() {
        return Arrays.stream(values())
                .map(it -> it.label + "（" + it.code() + "）")
                .collect(Collectors.joining("、"));
    }
}
