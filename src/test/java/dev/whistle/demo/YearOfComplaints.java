package dev.whistle.demo;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.demo.OfficeDays.Day;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The sample register as a year of an office: each evening what was registered that day, and officers at work. */
@Component
@ConditionalOnBooleanProperty("whistle.demo")
public class YearOfComplaints {

    private final OfficeDays office;

    YearOfComplaints(OfficeDays office) {
        this.office = office;
    }

    /** The rows of the register, without its header. */
    public static List<String> rows() {
        return lines().subList(1, lines().size());
    }

    /**
     * Plays the register in this year, and on until everything is done.
     *
     * @param witness is shown each case after each act
     * @return case numbers in the order of the rows
     */
    public List<String> play(int year, BiConsumer<String, Instant> witness) {
        SortedMap<LocalDate, StringBuilder> registers = new TreeMap<>();
        List<String> lines = lines();
        for (String row : lines.subList(1, lines.size())) {
            LocalDate written = LocalDate.parse(row.split(",")[1].substring(0, "2020-01-01".length()));
            registers
                    .computeIfAbsent(in(year, written), it -> new StringBuilder(lines.get(0)).append('\n'))
                    .append(row)
                    .append('\n');
        }
        List<Day> days = new ArrayList<>();
        registers.forEach((day, register) -> days.add(new Day(
                day.atTime(23, 0).atZone(ChineseTime.CHINA).toInstant(),
                register.toString().getBytes(StandardCharsets.UTF_8),
                year)));
        Instant end =
                LocalDate.of(year + 1, 6, 30).atStartOfDay(ChineseTime.CHINA).toInstant();
        return office.play(days, end, ChineseTime.CHINA, witness::accept);
    }

    /** The first day on or after the same date that is the same day of the week, or the last such day of the year. */
    private static LocalDate in(int year, LocalDate written) {
        DayOfWeek weekday = written.getDayOfWeek();
        LocalDate day = written.withYear(year);
        while (day.getDayOfWeek() != weekday) {
            day = day.plusDays(1);
        }
        return day.getYear() == year ? day : day.minusDays(7);
    }

    private static List<String> lines() {
        try {
            return new ClassPathResource(DemoCases.SAMPLE)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
