package dev.whistle.handover;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On what an entry was signed. */
public enum SignedOn {
    TABLET("现场手写签名"),
    PAPER("纸质清单签字");

    private final String label;

    SignedOn(String label) {
        this.label = label;
    }

    /** What programs call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What officers call it. */
    public String label() {
        return label;
    }

    static Optional<SignedOn> of(@Nullable String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
