package dev.whistle.procedure.complaint;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How much weight a complaint has; all but the ordinary ones are reported up (JJ.A7.2.2.2). */
public enum Weight implements Labelled {
    @JsonProperty("ordinary")
    ORDINARY("一般"),
    @JsonProperty("important")
    IMPORTANT("重要"),
    @JsonProperty("prominent")
    PROMINENT("突出"),
    @JsonProperty("typical")
    TYPICAL("典型");

    private final String label;

    Weight(String label) {
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
