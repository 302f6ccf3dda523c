package dev.whistle.engine;

import dev.whistle.organisation.Officer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list that a form's select is filled from when the form is shown, and its choice checked against when it is handed
 * in. No register is copied into forms or variables.
 */
public interface ReferenceList {

    /** A choice: what is stored and what the officer reads. */
    record Option(String value, String label) {}

    /**
     * Who chooses, and where.
     *
     * @param caseNo the case of the task; null in a start form, when there is none yet
     */
    record Asker(Officer officer, @Nullable String caseNo) {}

    /** The name by which a form's select asks for the list in its custom property {@code reference}. */
    String name();

    /** What this officer may choose from, in the order shown. */
    List<Option> options(Asker asker);

    /** The choice that is stored as this value, if this officer may choose it. */
    Optional<Option> find(String value, Asker asker);
}
