package dev.whistle.web;

import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Contact;
import dev.whistle.organisation.Units;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gives entries of the contact register the names of their places and units; one statement for all. */
@Component
class ContactViews {

    private final Units units;
    private final Compounds compounds;

    ContactViews(Units units, Compounds compounds) {
        this.units = units;
        this.compounds = compounds;
    }

    List<ContactView> of(List<Contact> contacts) {
        Map<String, String> compoundNames = compounds.names(contacts.stream()
                .map(Contact::target)
                .filter(it -> units.find(it).isEmpty())
                .toList());
        return contacts.stream()
                .map(it -> ContactView.of(
                        it,
                        compoundNames.getOrDefault(it.target(), units.nameOf(it.target())),
                        units.nameOf(it.unit())))
                .toList();
    }

    ContactView of(Contact contact) {
        return of(List.of(contact)).get(0);
    }
}
