package dev.whistle.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.clock.WorkCalendar.Differing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every calendar, however holidays and make-up workdays lie. */
class WorkCalendarPropertyTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int SECONDS_OF_A_YEAR = 365 * 24 * 60 * 60;
    private static final int DAYS_AROUND = 500;

    @Property
    void aLaterStartIsNeverDueEarlier(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("starts") Instant one,
            @ForAll("starts") Instant other,
            @ForAll @IntRange(min = 1, max = 120) int budget,
            @ForAll TimeUnit unit) {
        Instant earlier = one.isBefore(other) ? one : other;
        Instant later = earlier.equals(one) ? other : one;

        assertThat(calendar.period(earlier, budget, unit).dueAt())
                .isBeforeOrEqualTo(calendar.period(later, budget, unit).dueAt());
    }

    @Property
    void aLongerPeriodIsNeverDueEarlier(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("starts") Instant from,
            @ForAll @IntRange(min = 1, max = 120) int budget,
            @ForAll TimeUnit unit) {
        assertThat(calendar.period(from, budget, unit).dueAt())
                .isBeforeOrEqualTo(calendar.period(from, budget + 1, unit).dueAt());
    }

    @Property
    void periodsInDaysEndAtTheEndOfAWorkday(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll("starts") Instant from,
            @ForAll @IntRange(min = 1, max = 120) int budget) {
        for (TimeUnit unit : new TimeUnit[] {TimeUnit.DAY, TimeUnit.WORKDAY}) {
            var due = calendar.period(from, budget, unit).dueAt().atZone(WorkCalendar.CHINA);
            assertThat(due.toLocalTime()).isEqualTo("00:00:00");
            assertThat(calendar.workday(due.toLocalDate().minusDays(1))).isTrue();
        }
    }

    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.integers()
                .between(0, SECONDS_OF_A_YEAR)
                .map(FIRST.atStartOfDay().toInstant(ZoneOffset.ofHours(8))::plusSeconds);
    }

    /** Any days at all may differ, also long rows of them. */
    @Provide
    Arbitrary<WorkCalendar> calendars() {
        return Arbitraries.integers()
                .between(0, DAYS_AROUND)
                .set()
                .ofMaxSize(60)
                .map(days -> {
                    Map<LocalDate, Differing> differing = new HashMap<>();
                    days.forEach(offset -> {
                        LocalDate day = FIRST.plusDays(offset);
                        differing.put(day, new Differing(!WorkCalendar.plainWorkday(day), "节"));
                    });
                    return new WorkCalendar(1, differing, Set.of(2026));
                });
    }
}
