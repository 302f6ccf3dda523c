package dev.whistle.organisation;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who runs a compound from one day to another.
 *
 * @param from its first day
 * @param to its last day; null while nobody is to follow
 * @param company unit id of the company, where one runs it
 * @param unit id of the community or street, where one runs it; neither where the owners run it themselves
 * @param caseNo the case that it was recorded in, if any
 */
public record Responsibility(
        String compound,
        LocalDate from,
        @Nullable LocalDate to,
        Basis basis,
        @Nullable String company,
        @Nullable String unit,
        @Nullable String caseNo) {

    /** Day from which somebody runs a compound of whom it is not known since when. */
    public static final LocalDate BEFORE_RECORDS = LocalDate.of(1900, 1, 1);

    /** Somebody begins to run a compound, for as long as nobody follows. */
    public static Responsibility beginning(
            String compound, LocalDate from, Basis basis, @Nullable String runner, @Nullable String caseNo) {
        return new Responsibility(
                compound, from, null, basis, basis.byCompany() ? runner : null, basis.byUnit() ? runner : null, caseNo);
    }

    /** Unit id of whoever runs it; null for the owners themselves. */
    public @Nullable String runner() {
        return company == null ? unit : company;
    }

    boolean sameRunner(Responsibility other) {
        return basis == other.basis && Objects.equals(runner(), other.runner());
    }
}
