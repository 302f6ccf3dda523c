package dev.whistle.year;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Periods counted once more, day by day and by nothing but the days of the State Council's notices (Civil Code 201 to
 * 203): what {@code dev.whistle.clock} must come to, without a line of it.
 */
final class PlainCalendar {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Map<LocalDate, Boolean> announced = new HashMap<>();

    PlainCalendar(JdbcTemplate db) {
        db.query("select on_day, working from whistle.calendar_day", row -> {
            announced.put(row.getObject("on_day", LocalDate.class), row.getBoolean("working"));
        });
    }

    /** When a period of so many units that began then is over. */
    Instant due(Instant anchor, int units, String unit) {
        LocalDate day = anchor.atZone(CHINA).toLocalDate();
        switch (unit) {
            case "HOUR":
                return anchor.plus(Duration.ofHours(units));
            case "WORKDAY":
                for (int left = units; left > 0; left--) {
                    day = nextWorkingDay(day);
                }
                break;
            default:
                day = day.plusDays(units);
                if (!working(day)) {
                    day = nextWorkingDay(day);
                }
        }
        return day.plusDays(1).atStartOfDay(CHINA).toInstant();
    }

    private LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!working(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private boolean working(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return announced.getOrDefault(day, !weekend);
    }
}
