package dev.whistle.procedure.complaint;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** By what way a complaint came (P01, Channels; YQ.2.4 counts all but the first). */
public enum Channel {
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

    /** What officers read. */
    public String label() {
        return label;
    }

    /** What is stored with the case, the same word as in forms and JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
