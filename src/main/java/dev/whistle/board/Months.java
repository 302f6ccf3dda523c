package dev.whistle.board;

import dev.whistle.casefile.ChineseTime;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;

/** Months of China from one to another, both among them. */
public record Months(YearMonth from, YearMonth to) {

    public static Months only(YearMonth one) {
        return new Months(one, one);
    }

    public boolean has(YearMonth one) {
        return !one.isBefore(from) && !one.isAfter(to);
    }

    public OffsetDateTime start() {
        return midnight(firstDay());
    }

    /** When the last of them is over. */
    public OffsetDateTime end() {
        return midnight(to.plusMonths(1).atDay(1));
    }

    public LocalDate firstDay() {
        return from.atDay(1);
    }

    public LocalDate lastDay() {
        return to.atEndOfMonth();
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(ChineseTime.CHINA).toOffsetDateTime();
    }
}
