package dev.whistle.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.clock.DayCount.Reason;
import dev.whistle.clock.WorkCalendar.Differing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every period that is paused, however often and over whatever holidays. */
class CoursePropertyTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int SECONDS_OF_A_YEAR = 365 * 24 * 60 * 60;

    /** Counted with a pencil: day by day, striking out what is paused or free. */
    @Property
    void everyPeriodEndsWhereAPencilEndsIt(
            @ForAll("calendars") WorkCalendar calendar, @ForAll("courses") Course course) {
        Course inDays = new Course(
                course.anchor(),
                course.budget(),
                course.unit() == TimeUnit.HOUR ? TimeUnit.DAY : course.unit(),
                course.pauses());

        assertThat(calendar.period(inDays).dueAt())
                .isEqualTo(pencil(calendar, inDays)
                        .plusDays(1)
                        .atStartOfDay(WorkCalendar.CHINA)
                        .toInstant());
    }

    private static LocalDate pencil(WorkCalendar calendar, Course course) {
        int left = course.budget();
        LocalDate day = date(course.anchor());
        while (true) {
            day = day.plusDays(1);
            if (struckOut(course, day)) {
                continue;
            }
            if (course.unit() == TimeUnit.DAY || calendar.workday(day)) {
                left--;
            }
            if (left <= 0 && calendar.workday(day)) {
                return day;
            }
        }
    }

    private static boolean struckOut(Course course, LocalDate day) {
        for (Pause pause : course.pauses()) {
            Instant until = pause.until();
            if (until != null && !day.isBefore(date(pause.from())) && day.isBefore(date(until))) {
                return true;
            }
        }
        return false;
    }

    /**
     * What is stored of a clock (units consumed before the last pause, running since) says the same as all its events.
     */
    @Property
    void whatIsLeftAfterTheLastPauseEndsOnTheSameDay(
            @ForAll("calendars") WorkCalendar calendar, @ForAll("courses") Course course) {
        Assume.that(!course.pauses().isEmpty() && course.unit() != TimeUnit.HOUR);
        Pause last = course.pauses().get(course.pauses().size() - 1);
        Course before = course.until(last.from());
        Assume.that(last.from().isBefore(calendar.period(before).dueAt()));
        long left = course.budget() - calendar.consumed(course, last.from());
        LocalDate resumed = date(java.util.Objects.requireNonNull(last.until()));
        LocalDate day = resumed.isAfter(course.trigger()) ? resumed.minusDays(1) : course.trigger();
        LocalDate end;
        if (course.unit() == TimeUnit.WORKDAY) {
            Assume.that(left > 0);
            end = date(calendar.period(new Course(at(day), (int) left, TimeUnit.WORKDAY, List.of()))
                            .dueAt())
                    .minusDays(1);
        } else {
            end = day.plusDays(Math.max(left, 1));
            while (!calendar.workday(end)) {
                end = end.plusDays(1);
            }
        }

        assertThat(date(calendar.period(course).dueAt()).minusDays(1)).isEqualTo(end);
    }

    /** As many days are counted as if it had never been paused. */
    @Property
    void pauseAndResumeLoseNoTime(@ForAll("calendars") WorkCalendar calendar, @ForAll("courses") Course course) {
        Assume.that(course.unit() == TimeUnit.WORKDAY);
        assertThat(counted(calendar.period(course))).isEqualTo(course.budget());

        Course hours = new Course(course.anchor(), course.budget(), TimeUnit.HOUR, course.pauses());
        Duration paused = hours.pauses().stream().map(Pause::length).reduce(Duration.ZERO, Duration::plus);
        assertThat(Duration.between(hours.anchor(), calendar.period(hours).dueAt()))
                .isEqualTo(Duration.ofHours(hours.budget()).plus(paused));
    }

    private static long counted(Period period) {
        return period.days().stream().filter(DayCount::counted).count();
    }

    @Property
    void pausingAndResumingOnOneDayChangesNothing(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("courses") Course course,
            @ForAll @IntRange(max = 100) int later) {
        LocalDate day = course.trigger().plusDays(later);
        Course withIt = new Course(
                course.anchor(),
                course.budget(),
                course.unit(),
                List.of(new Pause(at(day).plusSeconds(60), at(day).plusSeconds(40_000))));
        Course without = new Course(course.anchor(), course.budget(), course.unit(), List.of());
        Assume.that(course.unit() != TimeUnit.HOUR);

        assertThat(calendar.period(withIt)).isEqualTo(calendar.period(without));
    }

    /** It matters when something was paused, not in which order it is told. */
    @Property
    void theOrderOfEventsDoesNotMatter(@ForAll("calendars") WorkCalendar calendar, @ForAll("courses") Course course) {
        List<Pause> turned = new ArrayList<>(course.pauses());
        java.util.Collections.reverse(turned);

        assertThat(calendar.period(new Course(course.anchor(), course.budget(), course.unit(), turned)))
                .isEqualTo(calendar.period(course));
    }

    @Property
    void aLaterStartIsNeverDueEarlier(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("courses") Course course,
            @ForAll @IntRange(max = 60) int days) {
        Assume.that(course.unit() != TimeUnit.HOUR);
        Course later = new Course(
                course.anchor().plus(Duration.ofDays(days)), course.budget(), course.unit(), course.pauses());

        assertThat(calendar.period(course).dueAt())
                .isBeforeOrEqualTo(calendar.period(later).dueAt());
    }

    @Property
    void anExtensionIsNeverDueEarlier(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("courses") Course course,
            @ForAll @IntRange(max = 30) int by) {
        Course longer = new Course(course.anchor(), course.budget() + by, course.unit(), course.pauses());

        assertThat(calendar.period(course).dueAt())
                .isBeforeOrEqualTo(calendar.period(longer).dueAt());
    }

    /** The sheet: every day once, in order, and none that was paused counted. */
    @Property
    void theSheetListsEveryDayOnce(@ForAll("calendars") WorkCalendar calendar, @ForAll("courses") Course course) {
        List<DayCount> days = calendar.period(course).days();

        assertThat(days.get(0).date()).isEqualTo(course.trigger());
        for (int i = 1; i < days.size(); i++) {
            assertThat(days.get(i).date()).isEqualTo(days.get(i - 1).date().plusDays(1));
        }
        if (course.unit() != TimeUnit.HOUR) {
            assertThat(days.stream().skip(1))
                    .allSatisfy(
                            day -> assertThat(day.reason() == Reason.PAUSED).isEqualTo(struckOut(course, day.date())));
        }
    }

    @Provide
    Arbitrary<Course> courses() {
        Arbitrary<Instant> anchors = Arbitraries.integers()
                .between(0, SECONDS_OF_A_YEAR)
                .map(FIRST.atStartOfDay().toInstant(ZoneOffset.ofHours(8))::plusSeconds);
        Arbitrary<List<Integer>> steps =
                Arbitraries.integers().between(0, 20 * 24 * 60 * 60).list().ofMaxSize(10);
        return net.jqwik.api.Combinators.combine(
                        anchors, Arbitraries.integers().between(1, 60), Arbitraries.of(TimeUnit.class), steps)
                .as(CoursePropertyTest::course);
    }

    /** Pauses that lie in the period: each begins before it would have ended without it. */
    private static Course course(Instant anchor, int budget, TimeUnit unit, List<Integer> steps) {
        WorkCalendar plain = new WorkCalendar(1, Map.of(), Set.of(2026));
        List<Pause> pauses = new ArrayList<>();
        Instant at = anchor;
        for (int i = 0; i + 1 < steps.size(); i += 2) {
            Instant from = at.plusSeconds(steps.get(i));
            Instant until = from.plusSeconds(steps.get(i + 1));
            Instant due = plain.period(new Course(anchor, budget, unit, pauses)).dueAt();
            if (from.isBefore(due)) {
                pauses.add(new Pause(from, until));
                at = until;
            }
        }
        return new Course(anchor, budget, unit, List.copyOf(pauses));
    }

    /** Any days at all may differ, also long rows of them. */
    @Provide
    Arbitrary<WorkCalendar> calendars() {
        return Arbitraries.integers().between(0, 700).set().ofMaxSize(60).map(days -> {
            Map<LocalDate, Differing> differing = new HashMap<>();
            days.forEach(offset -> {
                LocalDate day = FIRST.plusDays(offset);
                differing.put(day, new Differing(!WorkCalendar.plainWorkday(day), "节"));
            });
            return new WorkCalendar(1, differing, Set.of(2026));
        });
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(WorkCalendar.CHINA).toInstant();
    }

    private static LocalDate date(Instant instant) {
        return instant.atZone(WorkCalendar.CHINA).toLocalDate();
    }
}
