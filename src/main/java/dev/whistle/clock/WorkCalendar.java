package dev.whistle.clock;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts periods as PROCEDURES.md says: from the day after the trigger to 24:00 of the last day; a period in calendar
 * days whose last day is a rest day ends on the next working day (Civil Code 201–203); working days are the plain week
 * less holidays plus make-up workdays.
 */
@Component
class WorkCalendar {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient db;
    private volatile @Nullable Published published;

    WorkCalendar(JdbcClient db) {
        this.db = db;
    }

    Deadline deadline(Instant from, int budget, TimeUnit unit) {
        if (unit == TimeUnit.HOUR) {
            return new Deadline(from.plusSeconds(budget * 3600L), false);
        }
        Published calendar = calendar();
        LocalDate trigger = from.atZone(CHINA).toLocalDate();
        LocalDate last = unit == TimeUnit.DAY
                ? calendar.workdayFrom(trigger.plusDays(budget))
                : calendar.workdayAfter(trigger, budget);
        boolean provisional = !calendar.years().contains(last.getYear());
        return new Deadline(last.plusDays(1).atStartOfDay(CHINA).toInstant(), provisional);
    }

    private Published calendar() {
        Published known = published;
        if (known == null) {
            known = read();
            published = known;
        }
        return known;
    }

    private Published read() {
        Map<LocalDate, Boolean> days = new HashMap<>();
        db.sql("select on_day, working from whistle.calendar_day").query(row -> {
            days.put(row.getObject("on_day", LocalDate.class), row.getBoolean("working"));
        });
        Set<Integer> years = new HashSet<>(db.sql("select published_year from whistle.calendar_year")
                .query(Integer.class)
                .list());
        return new Published(days, years);
    }

    private record Published(Map<LocalDate, Boolean> differing, Set<Integer> years) {

        boolean workday(LocalDate day) {
            boolean plain = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
            return differing.getOrDefault(day, plain);
        }

        LocalDate workdayFrom(LocalDate day) {
            return workday(day) ? day : workdayFrom(day.plusDays(1));
        }

        LocalDate workdayAfter(LocalDate day, int count) {
            LocalDate last = day;
            for (int counted = 0; counted < count; ) {
                last = last.plusDays(1);
                if (workday(last)) {
                    counted++;
                }
            }
            return last;
        }
    }
}
