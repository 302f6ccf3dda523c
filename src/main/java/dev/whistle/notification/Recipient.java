package dev.whistle.notification;

/**
 * To whom a message goes, by a name that tells nothing of the person: personal data stays where it is encrypted.
 *
 * @param name a user's id, a person by role and id ({@code complainant/<party>}), or a group without members
 */
record Recipient(Kind kind, String name) {

    private static final String SEPARATOR = "/";

    enum Kind {
        USER,
        PARTY,
        GROUP
    }

    static Recipient user(String id) {
        return new Recipient(Kind.USER, id);
    }

    static Recipient party(String role, String partyId) {
        return new Recipient(Kind.PARTY, role + SEPARATOR + partyId);
    }

    /** Of a person: the part he or she plays in the case. */
    String role() {
        return name.split(SEPARATOR)[0];
    }

    /** Of a person: the party's id. */
    String partyId() {
        return name.substring(name.indexOf(SEPARATOR) + 1);
    }

    static Recipient group(String group) {
        return new Recipient(Kind.GROUP, group);
    }
}
