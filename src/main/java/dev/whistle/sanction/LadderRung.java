package dev.whistle.sanction;

import java.util.Arrays;
import java.util.Optional;

/** What whoever misses a duty comes to, one after the other (JJ.G3, JJ.A7.3.7). */
public enum LadderRung {
    FIRST_NOTICE("first-notice", "抄告"),
    SUPERVISION("supervision", "督办"),
    BULLETIN("bulletin", "通报"),
    INTERVIEW("interview", "约谈"),
    ACCOUNTABILITY("accountability", "问责");

    private final String code;
    private final String label;

    LadderRung(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /** What models and forms call it. */
    public String code() {
        return code;
    }

    /** As officers say it. */
    public String label() {
        return label;
    }

    /** The rung of this code, if there is one. */
    public static Optional<LadderRung> find(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }

    /** @throws IllegalArgumentException if there is none of this code: a fault of the model's */
    static LadderRung of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no rung is called " + code));
    }
}
