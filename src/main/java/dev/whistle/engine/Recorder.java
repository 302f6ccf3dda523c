package dev.whistle.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Those who may record an event of a case, by the word that a model uses for them in the property {@code who}. */
public enum Recorder {
    /** Whoever works for a unit that holds the case now. */
    HOLDERS("holders"),
    /** The unit that took the case up. */
    FIRST_UNIT("first-unit"),
    /** The street that the case lies in. */
    STREET("street"),
    /** The office of the case's district. */
    DISTRICT_OFFICE("district-office");

    private final String word;

    Recorder(String word) {
        this.word = word;
    }

    /** All words that a model may use. */
    public static List<String> words() {
        return Arrays.stream(values()).map(it -> it.word).toList();
    }

    static Optional<Recorder> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }
}
