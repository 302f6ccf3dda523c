package dev.whistle.casefile;

import java.util.Arrays;
import java.util.Optional;

/** What is on file about a person; forms call it by its code, as in {@code complainant.phone}. */
public enum PartyDatum {
    NAME("name", "姓名"),
    PHONE("phone", "电话"),
    ADDRESS("address", "地址");

    private final String code;
    private final String label;

    PartyDatum(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    /** The datum of this code, if there is one. */
    public static Optional<PartyDatum> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }
}
