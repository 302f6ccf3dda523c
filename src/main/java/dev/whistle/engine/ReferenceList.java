package dev.whistle.engine;

import dev.whistle.organisation.Officer;
import java.util.List;
import java.util.Optional;

/** A list that select fields of forms are filled from, so that no register is copied into forms or variables. */
interface ReferenceList {

    /** A choice: what is stored and what the officer reads. */
    record Option(String value, String label) {}

    /** The name by which a form's select asks for the list in its custom property {@code reference}. */
    String name();

    /** What this officer may choose from, in the order shown. */
    List<Option> options(Officer officer);

    /** The choice that is stored as this value, if this officer may choose it. */
    Optional<Option> find(String value, Officer officer);
}
