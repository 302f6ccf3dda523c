package dev.whistle.casefile;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A file's name as it may be kept and shown: no path, nothing invisible (a right-to-left mark turns {@code gpj.exe}
 * around), at most 200 characters. It may still hold characters of HTML and is shown as text only.
 */
record FileName(String text) {

    static final int LENGTH = 200;
    private static final int SHOWN = 60;
    private static final int LONGEST_EXTENSION = 10;

    /**
     * @param given as the browser sent it
     * @throws AttachmentRefusedException if nothing is left of it
     */
    static FileName clean(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String visible = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("^[.\\s\\p{Z}]+|[.\\s\\p{Z}]+$", "");
        if (visible.isEmpty()) {
            throw AttachmentRefusedException.name();
        }
        return new FileName(shortened(visible, LENGTH));
    }

    /** In lower case and without the dot; empty where there is none. */
    String extension() {
        int dot = text.lastIndexOf('.');
        return dot < 0 ? "" : text.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** For a message or a line of the timeline: shortened in its middle, extension kept. */
    @Override
    public String toString() {
        return shortened(text, SHOWN);
    }

    private static String shortened(String name, int length) {
        if (name.length() <= length) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String tail = dot >= 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
        int end = length - tail.length() - 1;
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + "…" + tail;
    }
}
