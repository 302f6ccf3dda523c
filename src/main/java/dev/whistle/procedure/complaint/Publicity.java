package dev.whistle.procedure.complaint;

import java.util.Locale;

/** How far a matter is talked about in public; what is major counts for the blacklist (JJ.A8.3.2). */
enum Publicity implements Labelled {
    ORDINARY("一般舆情"),
    MAJOR("重大负面舆情");

    private final String label;

    Publicity(String label) {
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
