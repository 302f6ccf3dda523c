package dev.whistle.document;

/** How far a letter has come. */
public enum DocumentState {
    /** It is being written and can still be corrected. */
    DRAFT("草稿"),
    /** It has its number and its signature and changes no more. */
    SIGNED("已签发"),
    /** It has been handed over. */
    SERVED("已送达"),
    /** Whoever it was written to has confirmed to have it. */
    ACKNOWLEDGED("已签收"),
    /** It is not sent. */
    WITHDRAWN("已撤回");

    private final String label;

    DocumentState(String label) {
        this.label = label;
    }

    /** As officers say it. */
    public String label() {
        return label;
    }

    /** Whether it is on its way to somebody. */
    boolean mayBeServed() {
        return this == DRAFT || this == SIGNED;
    }

    /** Whether the letter has gone, or may go, to somebody. */
    boolean signed() {
        return this == SIGNED || this == SERVED || this == ACKNOWLEDGED;
    }
}
