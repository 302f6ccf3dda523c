package dev.whistle.register.lists;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What entries of a register to list. Null means: no matter.
 *
 * @param text a part of a name, a number or an address
 * @param street unit id of the street in whose area
 * @param compound id of the compound
 * @param company unit id of the company
 * @param on the day on which they hold; null for all there ever were
 * @param today the day on which who runs a compound is told, where no other is asked for
 * @param of only what concerns these companies; null for whoever may see all
 * @param page from 0
 * @param size 1 to 200, or all for a spreadsheet
 */
public record RegisterQuery(
        @Nullable String text,
        @Nullable String street,
        @Nullable String compound,
        @Nullable String company,
        @Nullable LocalDate on,
        LocalDate today,
        @Nullable Set<String> of,
        int page,
        int size) {

    private static final int ALL = 5_000;

    /** Everything about a compound, for whoever may see it. */
    public static RegisterQuery ofCompound(String compound, LocalDate today, @Nullable Set<String> of) {
        return new RegisterQuery(null, null, compound, null, null, today, of, 0, ALL);
    }

    /** Everything about a company. */
    public static RegisterQuery ofCompany(String company, LocalDate today) {
        return new RegisterQuery(null, null, null, company, null, today, null, 0, ALL);
    }

    /** The same on a day. */
    public RegisterQuery on(LocalDate day) {
        return new RegisterQuery(text, street, compound, company, day, today, of, page, size);
    }

    LocalDate day() {
        return on == null ? today : on;
    }
}
