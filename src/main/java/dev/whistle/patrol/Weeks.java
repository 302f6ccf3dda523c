package dev.whistle.patrol;

import dev.whistle.casefile.ChineseTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Weeks go by their Mondays, in China's time. */
final class Weeks {

    private Weeks() {}

    static LocalDate of(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static LocalDate of(Instant moment) {
        return of(day(moment));
    }

    static LocalDate day(Instant moment) {
        return moment.atZone(ChineseTime.CHINA).toLocalDate();
    }
}
