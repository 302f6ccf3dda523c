package dev.whistle.clock;

import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the days of a year as somebody wrote them down and refuses them with everything that is wrong, not the first.
 */
final class CalendarCheck {

    private static final String HOLIDAYS = "holidays";
    private static final String WORKDAYS = "workdays";
    private static final int LONGEST_NAME = 40;

    private final int year;
    private final List<FieldError> wrong = new ArrayList<>();

    CalendarCheck(int year) {
        this.year = year;
    }

    /**
     * The year's days. A holiday on a Saturday or Sunday is right but says nothing new and is left out.
     *
     * @throws Problem if any day is wrong
     */
    CalendarYear of(List<DraftDay> holidays, List<DraftDay> workdays) {
        Set<LocalDate> free = dates(holidays);
        Set<LocalDate> working = dates(workdays);
        List<NamedDay> readHolidays = read(HOLIDAYS, holidays, working);
        List<NamedDay> readWorkdays = read(WORKDAYS, workdays, free);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return new CalendarYear(
                year,
                true,
                readHolidays.stream()
                        .filter(day -> WorkCalendar.plainWorkday(day.date()))
                        .toList(),
                readWorkdays);
    }

    private List<NamedDay> read(String list, List<DraftDay> drafts, Set<LocalDate> otherList) {
        Set<LocalDate> seen = new HashSet<>();
        List<NamedDay> days = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            String at = list + "[" + i + "]";
            DraftDay draft = drafts.get(i);
            checkName(list, at, i + 1, draft.name());
            LocalDate date = date(draft).orElse(null);
            if (date == null) {
                refuse(at, list, draft.date() == null ? "date-missing" : "date-malformed", i + 1, shown(draft.date()));
            } else {
                checkDate(list, at, date, !seen.add(date), otherList.contains(date));
                days.add(new NamedDay(date, String.valueOf(draft.name()).strip()));
            }
        }
        return days;
    }

    private void checkName(String list, String at, int position, @Nullable String name) {
        String key = null;
        if (name == null || name.isBlank()) {
            key = "name-missing";
        } else if (name.strip().length() > LONGEST_NAME) {
            key = "name-long";
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            key = "name-control";
        }
        if (key != null) {
            wrong.add(new FieldError(at + ".name", "calendar." + list + "." + key, position, LONGEST_NAME));
        }
    }

    private void checkDate(String list, String at, LocalDate date, boolean twice, boolean inOtherList) {
        if (date.getYear() != year) {
            refuse(at, list, "outside", date, year);
        } else if (twice) {
            refuse(at, list, "twice", date);
        } else if (inOtherList) {
            refuse(at, list, "in-other-list", date);
        } else if (list.equals(WORKDAYS) && WorkCalendar.plainWorkday(date)) {
            refuse(at, list, "plain", date);
        }
    }

    private void refuse(String at, String list, String key, Object... arguments) {
        wrong.add(new FieldError(at + ".date", "calendar." + list + "." + key, arguments));
    }

    private static Set<LocalDate> dates(List<DraftDay> drafts) {
        return drafts.stream().flatMap(it -> date(it).stream()).collect(Collectors.toSet());
    }

    private static Optional<LocalDate> date(DraftDay draft) {
        try {
            return Optional.ofNullable(draft.date()).map(LocalDate::parse);
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /** Enough of what was written to find it again. */
    private static String shown(@Nullable String text) {
        return text == null ? "" : text.substring(0, Math.min(text.length(), LONGEST_NAME));
    }
}
