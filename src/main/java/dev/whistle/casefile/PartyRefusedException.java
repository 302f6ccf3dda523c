package dev.whistle.casefile;

import java.util.List;

/** A person's data cannot be put on file as given. The message is Chinese and holds none of the data. */
public class PartyRefusedException extends RuntimeException {

    /** Why; the message key is {@code party.refused.<reason>} in lower case. */
    public enum Reason {
        /** The phone is none. */
        PHONE,
        /** The name or the address is longer than is kept. */
        TOO_LONG,
        /** The case has another person in this role already: a conflict, not bad input. */
        ROLE_TAKEN
    }

    private final Reason reason;
    private final List<Object> arguments;

    private PartyRefusedException(Reason reason, String message, Object... arguments) {
        super(message);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    static PartyRefusedException phone() {
        return new PartyRefusedException(Reason.PHONE, "电话号码不正确，请填写11位手机号码，或者带区号的固定电话");
    }

    static PartyRefusedException tooLong(String label, int limit) {
        return new PartyRefusedException(Reason.TOO_LONG, label + "不能超过" + limit + "个字", label, limit);
    }

    static PartyRefusedException roleTaken(String caseNo, String roleName) {
        return new PartyRefusedException(Reason.ROLE_TAKEN, "案件" + caseNo + "已登记了另一位" + roleName, caseNo, roleName);
    }

    public Reason reason() {
        return reason;
    }

    /** What the message names, in its order. */
    public List<Object> arguments() {
        return arguments;
    }
}
