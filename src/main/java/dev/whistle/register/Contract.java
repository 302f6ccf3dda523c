package dev.whistle.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contract by which a company runs a compound.
 *
 * @param number as it is filed; unique in the compound
 * @param from its first day
 * @param to its last day as agreed
 * @param yearlySum in yuan a year
 * @param grade of service, 1 (highest) to 5
 * @param endedOn its last day where it was ended before; a day before its first means that it never ran
 * @param endedFor why
 * @param caseNo the case that it was recorded in, if any
 */
public record Contract(
        String number,
        String compound,
        String company,
        ContractKind kind,
        LocalDate from,
        LocalDate to,
        BigDecimal yearlySum,
        int grade,
        @Nullable LocalDate endedOn,
        @Nullable String endedFor,
        @Nullable String caseNo) {

    /** The last day it has run or will run. */
    public LocalDate lastDay() {
        return endedOn == null ? to : endedOn;
    }

    /** Whether it counts on a day. */
    public boolean runsOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(lastDay());
    }

    /** What the register itself says of it, whoever has entered it. */
    public Contract withoutCase() {
        return new Contract(number, compound, company, kind, from, to, yearlySum, grade, endedOn, endedFor, null);
    }

    /** The same ended before its time. */
    Contract ending(LocalDate day, String reason, @Nullable String inCase) {
        return new Contract(
                number,
                compound,
                company,
                kind,
                from,
                to,
                yearlySum,
                grade,
                day,
                reason,
                inCase == null ? caseNo : inCase);
    }

    /** Whether it would run longer than a day. */
    boolean runsAfter(LocalDate day) {
        return lastDay().isAfter(day) && to.isAfter(day);
    }

    boolean overlaps(Contract other) {
        return ran() && other.ran() && !from.isAfter(other.lastDay()) && !other.from.isAfter(lastDay());
    }

    private boolean ran() {
        return !lastDay().isBefore(from);
    }

    boolean sameTerms(Contract other) {
        return company.equals(other.company)
                && kind == other.kind
                && from.equals(other.from)
                && to.equals(other.to)
                && yearlySum.compareTo(other.yearlySum) == 0
                && grade == other.grade;
    }
}
