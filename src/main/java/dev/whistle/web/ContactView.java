package dev.whistle.web;

import dev.whistle.organisation.Contact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entry of the contact register, with the names people read. */
record ContactView(
        String id,
        String kind,
        String kindName,
        String target,
        String targetName,
        @Nullable String building,
        String unit,
        String unitName,
        String person,
        String duty,
        LocalDate since,
        @Nullable LocalDate until) {

    static ContactView of(Contact contact, String targetName, String unitName) {
        return new ContactView(
                contact.id(),
                contact.kind().code(),
                contact.kind().label(),
                contact.target(),
                targetName,
                contact.building(),
                contact.unit(),
                unitName,
                contact.person(),
                contact.duty(),
                contact.since(),
                contact.until());
    }
}
