package dev.whistle.casefile;

import dev.whistle.problem.Problem;
import java.util.Locale;

/** A party, an attachment or an archive was asked for that the case does not have. */
public class NotOnFileException extends Problem {

    /** What was asked for; the text is {@code not-on-file.<what>} in lower case. */
    public enum What {
        CASE,
        PARTY,
        ATTACHMENT,
        ARCHIVE
    }

    private final What what;

    NotOnFileException(What what, String caseNo) {
        super(Kind.NOT_FOUND, "not-on-file." + what.name().toLowerCase(Locale.ROOT), caseNo);
        this.what = what;
    }

    public What what() {
        return what;
    }
}
