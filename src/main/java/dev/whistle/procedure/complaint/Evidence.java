package dev.whistle.procedure.complaint;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whether a visitor brought written or other evidence (JJ.A7.2.3.1). */
public enum Evidence implements Labelled {
    @JsonProperty("none")
    NONE("没有"),
    @JsonProperty("given")
    GIVEN("已提供"),
    @JsonProperty("later")
    LATER("以后补交");

    private final String label;

    Evidence(String label) {
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
}
