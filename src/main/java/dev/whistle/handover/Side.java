package dev.whistle.handover;

import java.util.Locale;

/** For whom somebody signs what is handed over (JJ.A4.2.2, AS.4). */
public enum Side {
    GIVER("移交人"),
    TAKER("接收人"),
    WITNESS("见证人");

    private final String label;

    Side(String label) {
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
}
