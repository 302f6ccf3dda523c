package dev.whistle.casefile;

import dev.whistle.problem.Problem;
import java.util.Locale;

/** A person's data cannot be put on file as given. It holds none of the data. */
public class PartyRefusedException extends Problem {

    /** Why; the text is {@code party.refused.<reason>} in lower case. */
    public enum Reason {
        /** The phone is none. */
        PHONE(Kind.INVALID),
        /** The name or the address is longer than is kept. */
        TOO_LONG(Kind.INVALID),
        /** The case has another person in this role already. */
        ROLE_TAKEN(Kind.CONFLICT);

        private final Kind kind;

        Reason(Kind kind) {
            this.kind = kind;
        }
    }

    private final Reason reason;

    private PartyRefusedException(Reason reason, Object... arguments) {
        super(reason.kind, "party.refused." + reason.name().toLowerCase(Locale.ROOT), arguments);
        this.reason = reason;
    }

    static PartyRefusedException phone() {
        return new PartyRefusedException(Reason.PHONE);
    }

    static PartyRefusedException tooLong(String label, int limit) {
        return new PartyRefusedException(Reason.TOO_LONG, label, limit);
    }

    static PartyRefusedException roleTaken(String caseNo, String roleName) {
        return new PartyRefusedException(Reason.ROLE_TAKEN, caseNo, roleName);
    }

    public Reason reason() {
        return reason;
    }
}
