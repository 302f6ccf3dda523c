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

    /** A period that is never paused. */
    Period period(Instant from, int budget, TimeUnit unit) {
        return period(new Course(from, budget, unit, List.of()));
    }

    Period period(Course course) {
        return switch (course.unit()) {
            case HOUR -> hours(course);
            case DAY -> ofDays(days(course));
            case WORKDAY -> ofDays(workdays(course));
        };
    }

    /**
     * Whole units that had run before this moment; seconds where the unit is an hour. Calendar days go on being counted
     * while the end is put off to a working day, so that what is added later is added to the same days.
     */
    long consumed(Course course, Instant before) {
        if (course.unit() == TimeUnit.HOUR) {
            return Duration.between(course.anchor(), before)
                    .minus(paused(course.until(before)))
                    .toSeconds();
        }
        LocalDate first = course.trigger().plusDays(1);
        LocalDate end = before.atZone(CHINA).toLocalDate();
        return first.isAfter(end)
                ? 0
                : first.datesUntil(end)
                        .filter(day -> !course.pausedOn(day))
                        .filter(day -> course.unit() == TimeUnit.DAY || workday(day))
                        .count();
    }

    boolean workday(LocalDate day) {
        Differing differs = differing.get(day);
        return differs == null ? plainWorkday(day) : differs.working();
    }

    /** The working day so many working days before this one. */
    LocalDate workdaysBefore(LocalDate day, int workdays) {
        LocalDate before = day;
        for (int number = 0; number < workdays; ) {
            before = before.minusDays(1);
            if (workday(before)) {
                number++;
            }
        }
        return before;
    }

    static boolean plainWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private List<DayCount> days(Course course) {
        List<DayCount> days = begun(course.trigger());
        int number = 0;
        for (LocalDate day = course.trigger().plusDays(1); ; day = day.plusDays(1)) {
            if (course.pausedOn(day)) {
                days.add(count(day, Reason.PAUSED, 0));
            } else if (++number < course.budget()) {
                days.add(count(day, Reason.DAY, number));
            } else if (workday(day)) {
                days.add(count(day, number == course.budget() ? Reason.DAY : Reason.MOVED_HERE, course.budget()));
                return days;
            } else {
                days.add(count(day, number == course.budget() ? Reason.REST_AT_END : Reason.STILL_REST, 0));
            }
        }
    }

    private List<DayCount> workdays(Course course) {
        List<DayCount> days = begun(course.trigger());
        LocalDate day = course.trigger();
        for (int number = 0; number < course.budget(); ) {
            day = day.plusDays(1);
            if (course.pausedOn(day)) {
                days.add(count(day, Reason.PAUSED, 0));
            } else if (workday(day)) {
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
                .filter(day -> day.reason() != Reason.PAUSED)
                .anyMatch(day -> !years.contains(day.date().getYear()));
        return new Period(last.plusDays(1).atStartOfDay(CHINA).toInstant(), provisional, List.copyOf(days));
    }

    private Period hours(Course course) {
        Instant dueAt = course.anchor().plus(Duration.ofHours(course.budget())).plus(paused(course));
        LocalDate last = dueAt.minusNanos(1).atZone(CHINA).toLocalDate();
        List<DayCount> days = new ArrayList<>();
        int number = 0;
        for (LocalDate day = course.trigger(); !day.isAfter(last); day = day.plusDays(1)) {
            boolean ran = course.ranOn(day);
            days.add(count(day, ran ? Reason.HOURS : Reason.PAUSED, ran ? ++number : 0));
        }
        return new Period(dueAt, false, List.copyOf(days));
    }

    private static Duration paused(Course course) {
        return course.pauses().stream().map(Pause::length).reduce(Duration.ZERO, Duration::plus);
    }

    private DayCount count(LocalDate day, Reason reason, int number) {
        @Nullable Differing differs = differing.get(day);
        return new DayCount(day, reason, number, differs == null ? null : differs.holiday());
    }
}
