package dev.whistle.casefile;

import dev.whistle.problem.Problem;
import java.util.Locale;
import org.springframework.util.unit.DataSize;

/** A file is not put on the case; nothing has changed. */
public class AttachmentRefusedException extends Problem {

    /** Why; the text is {@code attachment.refused.<reason>} in lower case. */
    public enum Reason {
        /** The file has no name to speak of. */
        NAME(Kind.INVALID),
        /** There is nothing in it. */
        EMPTY(Kind.INVALID),
        /** It is larger than {@code whistle.attachments.max-size}. */
        TOO_LARGE(Kind.TOO_LARGE),
        /** It is of no type that a case takes. */
        TYPE(Kind.UNSUPPORTED_TYPE),
        /** Its content is not what its name says. */
        DIFFERENT_CONTENT(Kind.UNSUPPORTED_TYPE),
        /** The case is closed and archived. */
        CASE_CLOSED(Kind.CONFLICT);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    private final Reason reason;

    private AttachmentRefusedException(Reason reason, Object... arguments) {
        super(reason.kind, "attachment.refused." + reason.name().toLowerCase(Locale.ROOT), arguments);
        this.reason = reason;
    }

    static AttachmentRefusedException name() {
        return new AttachmentRefusedException(Reason.NAME);
    }

    static AttachmentRefusedException empty(FileName name) {
        return new AttachmentRefusedException(Reason.EMPTY, name.text());
    }

    static AttachmentRefusedException tooLarge(FileName name, DataSize limit) {
        return new AttachmentRefusedException(Reason.TOO_LARGE, name.text(), limit.toMegabytes());
    }

    static AttachmentRefusedException type(FileName name) {
        return new AttachmentRefusedException(Reason.TYPE, name.text(), FileType.acceptedExtensions());
    }

    static AttachmentRefusedException differentContent(FileName name) {
        return new AttachmentRefusedException(Reason.DIFFERENT_CONTENT, name.text(), name.extension());
    }

    static AttachmentRefusedException caseClosed(String caseNo) {
        return new AttachmentRefusedException(Reason.CASE_CLOSED, caseNo);
    }

    public Reason reason() {
        return reason;
    }
}
