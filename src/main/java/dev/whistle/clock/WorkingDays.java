package dev.whistle.clock;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Counts working days that have passed, by the same calendar that sets deadlines. */
@Component
public class WorkingDays {

    private final WorkCalendars calendars;

    WorkingDays(WorkCalendars calendars) {
        this.calendars = calendars;
    }

    /**
     * When the last of the next working days is over.
     *
     * @param workingDays how many, beside today
     */
    public Instant endOfNext(int workingDays, Instant now) {
        WorkCalendar calendar = calendars.current();
        LocalDate day = now.atZone(WorkCalendar.CHINA).toLocalDate();
        for (int number = 0; number < workingDays; ) {
            day = day.plusDays(1);
            if (calendar.workday(day)) {
                number++;
            }
        }
        return day.plusDays(1).atStartOfDay(WorkCalendar.CHINA).toInstant();
    }

    /**
     * How many working days lie between two moments. As in every period the day it begins on is not counted and the day
     * it ends on is, so that the days of those who held a case one after the other add up to the days of the case.
     */
    public long between(Instant since, Instant until) {
        WorkCalendar calendar = calendars.current();
        LocalDate first = since.atZone(WorkCalendar.CHINA).toLocalDate().plusDays(1);
        LocalDate end = until.atZone(WorkCalendar.CHINA).toLocalDate().plusDays(1);
        return end.isAfter(first)
                ? first.datesUntil(end).filter(calendar::workday).count()
                : 0;
    }
}
