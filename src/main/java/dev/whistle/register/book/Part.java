package dev.whistle.register.book;

import dev.whistle.register.RegisterKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One register of the workbook, on a sheet of its own. It lives as long as one import.
 *
 * @param <E> an entry, by which two that say the same are equal
 */
interface Part<E> {

    /** What the sheet and the register are called. */
    RegisterKind kind();

    List<Column> columns();

    /** Titles that an export has beside, and an import passes over. */
    default List<String> passedOver() {
        return List.of();
    }

    /** Reads a row; what is wrong with it is noted there. */
    E read(Row row);

    /** By what an entry is known again; two rows of a file with the same are a mistake. */
    String key(E entry);

    /** The entries that are there. */
    List<E> there();

    /** Unit id of the street whose register it is, that of the compound it is about; null where it is the district's. */
    default @Nullable String street(E entry, Known known) {
        return known.streetOf(about(entry));
    }

    /** Finds what is wrong between entries, of the file and of those that are there. */
    void check(Entries<E> entries);

    void add(E entry);

    void change(E before, E entry);

    /** What is left to be done for an entry when those of all sheets stand. */
    default void settle(E entry) {}

    /** What an entry says, by the titles of the columns, in words. */
    Map<String, String> content(E entry);

    /** Id of what the entry is about: of the company, the compound or the street. */
    String about(E entry);
}
