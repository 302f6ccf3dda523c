package dev.whistle.clock;

import dev.whistle.clock.DayCount.Reason;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts periods as PROCEDURES.md says: from the day after the trigger to 24:00 of the last day; a period in calendar
 * days whose last day is a rest day ends on the next working day (Civil Code 201–203); working days are the plain week
 * less holidays plus make-up workdays.
 *
 * @param version which import it stands after
 * @param differing the days that differ from the plain week
 * @param years the years that are published
 */
record WorkCalendar(long version, Map<LocalDate, Differing> differing, Set<Integer> years) {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** A day that differs from the plain week. */
    record Differing(boolean working, String holiday) {}

    Period period(Instant from, int budget, TimeUnit unit) {
        LocalDate trigger = from.atZone(CHINA).toLocalDate();
        return switch (unit) {
            case HOUR -> hours(from, budget);
            case DAY -> ofDays(days(trigger, budget));
            case WORKDAY -> ofDays(workdays(trigger, budget));
        };
    }

    boolean workday(LocalDate day) {
        Differing differs = differing.get(day);
        return differs == null ? plainWorkday(day) : differs.working();
    }

    static boolean plainWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private List<DayCount> days(LocalDate trigger, int budget) {
        List<DayCount> days = begun(trigger);
        for (int number = 1; number < budget; number++) {
            days.add(count(trigger.plusDays(number), Reason.DAY, number));
        }
        LocalDate last = trigger.plusDays(budget);
        if (workday(last)) {
            days.add(count(last, Reason.DAY, budget));
            return days;
        }
        days.add(count(last, Reason.REST_AT_END, 0));
        for (last = last.plusDays(1); !workday(last); last = last.plusDays(1)) {
            days.add(count(last, Reason.STILL_REST, 0));
        }
        days.add(count(last, Reason.MOVED_HERE, budget));
        return days;
    }

    private List<DayCount> workdays(LocalDate trigger, int budget) {
        List<DayCount> days = begun(trigger);
        LocalDate day = trigger;
        for (int number = 0; number < budget; ) {
            day = day.plusDays(1);
            if (workday(day)) {
                number++;
                days.add(count(day, plainWorkday(day) ? Reason.WORKDAY : Reason.MAKE_UP, number));
            } else {
                days.add(count(day, Reason.REST, 0));
            }
        }
        return days;
    }

    private List<DayCount> begun(LocalDate trigger) {
        List<DayCount> days = new ArrayList<>();
        days.add(count(trigger, Reason.TRIGGER, 0));
        return days;
    }

    private Period ofDays(List<DayCount> days) {
        LocalDate last = days.get(days.size() - 1).date();
        boolean provisional = days.stream()
                .skip(1) // the trigger's day is not part of the period
                .anyMatch(day -> !years.contains(day.date().getYear()));
        return new Period(last.plusDays(1).atStartOfDay(CHINA).toInstant(), provisional, List.copyOf(days));
    }

    private Period hours(Instant from, int budget) {
        Instant dueAt = from.plus(Duration.ofHours(budget));
        LocalDate trigger = from.atZone(CHINA).toLocalDate();
        LocalDate last = dueAt.minusNanos(1).atZone(CHINA).toLocalDate();
        List<DayCount> days = trigger.datesUntil(last.plusDays(1))
                .map(day -> count(day, Reason.HOURS, (int) (day.toEpochDay() - trigger.toEpochDay()) + 1))
                .toList();
        return new Period(dueAt, false, days);
    }

    private DayCount count(LocalDate day, Reason reason, int number) {
        @Nullable Differing differs = differing.get(day);
        return new DayCount(day, reason, number, differs == null ? null : differs.holiday());
    }
}
