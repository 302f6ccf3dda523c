package dev.whistle.procedure.complaint;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What was said to an answer on the spot; whoever is not content is not answered and goes up to the next tier. */
public enum SpotSatisfaction implements Labelled {
    @JsonProperty("satisfied")
    SATISFIED("满意"),
    @JsonProperty("basic")
    BASIC("基本满意");

    private final String label;

    SpotSatisfaction(String label) {
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
