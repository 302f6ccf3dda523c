package dev.whistle.clock;

/** What a clock goes by: its case, its kind and, where there are several of a kind, the occasion. */
public record ClockKey(String caseNo, String kind, String occasion) {

    /** The occasion of a clock that is the only one of its kind. */
    public static final String ONLY = "";
}
