package dev.whistle.demo;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.engine.OnBehalf;
import dev.whistle.engine.Rehearsal;
import dev.whistle.patrol.Finding;
import dev.whistle.patrol.NewPatrol;
import dev.whistle.patrol.PatrolWeeks;
import dev.whistle.patrol.Patrols;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** A few patrols of two weeks and this one, one of which found something; what is closed fell short for some. */
@Component
@ConditionalOnBooleanProperty("whistle.demo")
class DemoPatrols {

    /** A community that patrolled twice instead of three times, its street, the company of one of its compounds. */
    private static final List<Beat> BEATS = List.of(
            new Beat("wanli-1", "compound-05", "孔冰、沈若彤", List.of(1, 3)),
            new Beat("wanli", "compound-05", "谭红霞、唐晓燕", List.of(2, 4)),
            new Beat("company-5", "compound-05", "吕思远", List.of(1, 2, 3, 4, 5, 6, 7)));

    private final Patrols patrols;
    private final PatrolWeeks weeks;
    private final OnBehalf onBehalf;
    private final Rehearsal rehearsal;

    DemoPatrols(Patrols patrols, PatrolWeeks weeks, OnBehalf onBehalf, Rehearsal rehearsal) {
        this.patrols = patrols;
        this.weeks = weeks;
        this.onBehalf = onBehalf;
        this.rehearsal = rehearsal;
    }

    /** Whose patrols, by days of the week. */
    private record Beat(String user, String compound, String people, List<Integer> days) {}

    /** Plays them; whoever calls sets the clock right afterwards. */
    void play(Instant now) {
        LocalDate thisWeek =
                now.atZone(ChineseTime.CHINA).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (LocalDate monday = thisWeek.minusWeeks(2); !monday.isAfter(thisWeek); monday = monday.plusWeeks(1)) {
            week(monday, now);
        }
        rehearsal.itIs(lastClosing(now));
        weeks.close();
        rehearsal.itIs(now);
        onBehalf.of(
                "company-5",
                () -> patrols.record(patrol(
                        "compound-05",
                        now,
                        "吕思远",
                        new Finding(
                                "enforcement",
                                "fire-lane",
                                "5幢东侧",
                                "车辆占用消防通道",
                                "一辆厢式货车停在消防登高面。",
                                null,
                                null,
                                null,
                                "yes",
                                "in-person"))));
    }

    /** When the procedure's timer fired last: a week is closed on the Tuesday after it. */
    private static Instant lastClosing(Instant now) {
        return now.atZone(ChineseTime.CHINA)
                .minusMinutes(30)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.TUESDAY))
                .atTime(LocalTime.of(0, 30))
                .atZone(ChineseTime.CHINA)
                .toInstant();
    }

    private void week(LocalDate monday, Instant until) {
        for (int day = 1; day <= 7; day++) {
            Instant at = monday.plusDays(day - 1L)
                    .atTime(LocalTime.of(9, 30))
                    .atZone(ChineseTime.CHINA)
                    .toInstant();
            if (at.isAfter(until)) {
                return;
            }
            rehearsal.itIs(at);
            for (Beat beat : BEATS) {
                if (beat.days().contains(day)) {
                    onBehalf.of(beat.user(), () -> patrols.record(patrol(beat.compound(), at, beat.people(), null)));
                }
            }
        }
    }

    private static NewPatrol patrol(String compound, Instant at, String people, @Nullable Finding finding) {
        return new NewPatrol(
                null,
                compound,
                null,
                OffsetDateTime.ofInstant(at, ChineseTime.CHINA),
                List.of(people.split("、")),
                finding == null ? "none" : "finding",
                null,
                finding);
    }
}
