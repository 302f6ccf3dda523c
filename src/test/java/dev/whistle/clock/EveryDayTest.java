package dev.whistle.clock;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.testing.Clause;
import dev.whistle.testing.OnH2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Deadlines of every kind from every day of 2025 and 2026, against a list of working days that is not ours. */
@OnH2
class EveryDayTest {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final NavigableSet<LocalDate> WORKING_DAYS = workingDays();

    @Autowired
    private TimeLimits limits;

    @Autowired
    private WorkCalendars calendars;

    private static final int BUDGET = 2;

    /** All kinds that the table gives in days, so that a new row is tested without a word here. */
    static List<String> kinds() {
        return kinds(unit -> !unit.equals("HOUR"));
    }

    /** Those it gives in hours. */
    static List<String> hourly() {
        return kinds("HOUR"::equals);
    }

    private static List<String> kinds(Predicate<String> ofUnit) {
        return Dmn.readModelFromStream(EveryDayTest.class.getResourceAsStream("/processes/shared/time-limits.dmn"))
                .getModelElementsByType(Rule.class)
                .stream()
                .filter(rule -> !List.copyOf(rule.getOutputEntries())
                        .get(BUDGET)
                        .getTextContent()
                        .strip()
                        .equals("0")) // set by an order, from case to case
                .filter(rule -> ofUnit.test(List.copyOf(rule.getOutputEntries())
                        .get(BUDGET + 1)
                        .getTextContent()
                        .strip()
                        .replace("\"", "")))
                .map(rule -> rule.getInputEntries().iterator().next().getTextContent())
                .map(text -> text.strip().replace("\"", ""))
                .toList();
    }

    @Test
    void theKindsOfTheProceduresAreThere() {
        assertThat(kinds())
                .contains(
                        "complaint.answer",
                        "complaint.dispatch",
                        "whistle.report-in",
                        "whistle.transfer",
                        "penalty.decision");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Clause({"JJ.10", "JJ.A3.3.3", "JJ.A7.2.1.2", "JJ.G3"})
    void isDueOnTheDayThatCountingByHandGives(String kind) {
        TimeLimit limit = limits.of(kind);
        WorkCalendar calendar = calendars.current();
        SoftAssertions all = new SoftAssertions();
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> {
            LocalDate last = byHand(day, limit);
            for (String time : List.of("00:00:00", "10:00:00", "23:59:59.999")) {
                Instant from = OffsetDateTime.parse(day + "T" + time + "+08:00").toInstant();
                Period period = calendar.period(from, limit.budget(), limit.unit());
                all.assertThat(period.dueAt())
                        .as("%s from %s %s", kind, day, time)
                        .isEqualTo(last.plusDays(1).atStartOfDay().toInstant(CHINA));
                all.assertThat(period.provisional())
                        .as("%s from %s %s is provisional", kind, day, time)
                        .isEqualTo(last.isAfter(LAST));
            }
        });
        all.assertAll();
    }

    /** Hours go on by night and on rest days. */
    @ParameterizedTest
    @MethodSource("hourly")
    @Clause({"AP.M2", "JJ.15"})
    void hoursAreHoursOfTheClock(String kind) {
        TimeLimit limit = limits.of(kind);
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> {
            Instant from = day.atTime(23, 30).toInstant(CHINA);
            Period period = calendars.current().period(from, limit.budget(), limit.unit());
            assertThat(period.dueAt()).isEqualTo(from.plus(Duration.ofHours(limit.budget())));
        });
    }

    /** The sheet lists each day from the trigger's to the last once, and counts as many as the period has. */
    @ParameterizedTest
    @MethodSource("kinds")
    void theSheetAddsUp(String kind) {
        TimeLimit limit = limits.of(kind);
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> {
            Period period = calendars.kept().period(day.atTime(10, 0).toInstant(CHINA), limit.budget(), limit.unit());
            LocalDate last = period.dueAt().atOffset(CHINA).toLocalDate().minusDays(1);
            assertThat(period.days())
                    .extracting(DayCount::date)
                    .containsExactlyElementsOf(day.datesUntil(last.plusDays(1)).toList());
            List<DayCount> counted =
                    period.days().stream().filter(DayCount::counted).toList();
            assertThat(counted).hasSize(limit.budget());
            assertThat(counted.get(counted.size() - 1).date()).isEqualTo(last);
        });
    }

    private static LocalDate byHand(LocalDate day, TimeLimit limit) {
        if (limit.unit() == TimeUnit.DAY) {
            return WORKING_DAYS.ceiling(day.plusDays(limit.budget()));
        }
        return WORKING_DAYS.tailSet(day, false).stream()
                .skip(limit.budget() - 1L)
                .findFirst()
                .orElseThrow();
    }

    /** What nobody has published yet is the plain week. */
    private static NavigableSet<LocalDate> workingDays() {
        Stream<LocalDate> plainWeek = LAST.plusDays(1)
                .datesUntil(LAST.plusYears(1))
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
        try (var list = EveryDayTest.class.getResourceAsStream("working-days-2025-2026.txt")) {
            Stream<LocalDate> listed = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(LocalDate::parse);
            return Stream.concat(listed, plainWeek).collect(toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
