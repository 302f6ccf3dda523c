package dev.whistle.document;

import java.util.Locale;

/** A file cannot be a letter; nothing has changed. */
class UnusableWordFileException extends RuntimeException {

    /** Why; the text is {@code document.refused.<reason>} in lower case. */
    enum Reason {
        /** It is no .docx that Word would open. */
        NOT_DOCX,
        /** It brings something that runs: macros, embedded objects, a template from elsewhere. */
        MACROS,
        /** It is too large, packed or unpacked. */
        TOO_LARGE,
        /** It has comments, or changes that nobody has accepted. */
        REVISIONS,
        /** A merge field stands where it cannot be filled, or has lost a part of itself. */
        TORN_FIELD
    }

    private final Reason reason;

    UnusableWordFileException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    String messageKey() {
        return "document.refused." + reason.name().toLowerCase(Locale.ROOT);
    }
}
