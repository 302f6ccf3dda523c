package dev.whistle.notification;

/**
 * To whom a message goes, by a name that tells nothing of the person: personal data stays where it is encrypted.
 *
 * @param name a user's id, the part a person plays in the case (e.g. {@code complainant}), or a group without members
 */
record Recipient(Kind kind, String name) {

    enum Kind {
        USER,
        PARTY,
        GROUP
    }

    static Recipient user(String id) {
        return new Recipient(Kind.USER, id);
    }

    static Recipient party(String role) {
        return new Recipient(Kind.PARTY, role);
    }

    static Recipient group(String group) {
        return new Recipient(Kind.GROUP, group);
    }
}
