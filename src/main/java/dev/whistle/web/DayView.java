package dev.whistle.web;

import dev.whistle.clock.DayCount;
import dev.whistle.problem.Texts;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One day of a period and why it counts or does not.
 *
 * @param why in words
 * @param reason the same for programs
 * @param number which day of the period it is; 0 for one that is not counted
 * @param holiday the holiday, or the one a make-up workday makes up for
 */
record DayView(
        LocalDate date,
        boolean counted,
        String why,
        DayCount.Reason reason,
        int number,
        @Nullable String holiday) {

    static List<DayView> of(List<DayCount> days, Locale language) {
        return days.stream()
                .map(day -> new DayView(
                        day.date(), day.counted(), why(day, language), day.reason(), day.number(), day.holiday()))
                .toList();
    }

    private static String why(DayCount day, Locale language) {
        String occasion = day.holiday() == null
                ? day.date().getDayOfWeek().getDisplayName(TextStyle.FULL, Texts.language(language))
                : day.holiday();
        return Texts.text(
                language,
                "time-limit.why." + day.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                day.number(),
                occasion);
    }
}
