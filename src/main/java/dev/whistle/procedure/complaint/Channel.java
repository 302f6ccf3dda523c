package dev.whistle.procedure.complaint;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** By what way a complaint came (P01, Channels; YQ.2.4 counts all but the first). */
public enum Channel implements Labelled {
    @JsonProperty("web")
    WEB("网络投诉"),
    @JsonProperty("phone")
    PHONE("来电"),
    @JsonProperty("visit")
    VISIT("来访"),
    @JsonProperty("hotline")
    HOTLINE("12345 热线"),
    @JsonProperty("opinion")
    OPINION("网络舆情"),
    @JsonProperty("instruction")
    INSTRUCTION("领导批示");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody speaks to an officer, who can answer at once (JJ.A7.2.2, JJ.A7.2.3). */
    boolean live() {
        return this == PHONE || this == VISIT;
    }

    /** Whether it comes from somebody who complains; what is read on the web or written by a leader need name nobody. */
    boolean fromSomebody() {
        return this != OPINION && this != INSTRUCTION;
    }
}
