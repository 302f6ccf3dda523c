package dev.whistle.demo;

import dev.whistle.engine.OnBehalf;
import dev.whistle.engine.Rehearsal;
import dev.whistle.engine.Rehearsal.Done;
import dev.whistle.procedure.complaint.ComplaintImport;
import dev.whistle.procedure.complaint.ComplaintImports;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * The days of an office, one act after another: each evening the hotline imports what was registered that day, officers
 * do in their office hours what lies before them, clocks remind and run out. What would come after the last moment is
 * left undone.
 */
@Component
@ConditionalOnBooleanProperty("whistle.demo")
class OfficeDays {

    private static final String HOTLINE = "hotline";
    private static final int OPENS = 9;
    private static final int CLOSES = 17;

    /** How long officers let a task lie, in hours; a day where nothing else is said. */
    private static final Map<String, Integer> HOURS = Map.ofEntries(
            Map.entry("userTask_keepEvidence", 2),
            Map.entry("userTask_dispatch", 5),
            Map.entry("userTask_signFor", 8),
            Map.entry("userTask_noteReported", 10),
            Map.entry("userTask_investigate", 50),
            Map.entry("userTask_handleViolation", 26),
            Map.entry("userTask_mediate", 75),
            Map.entry("userTask_rectify", 50),
            Map.entry("userTask_visit", 40),
            Map.entry("userTask_decide", 600));

    private static final Set<String> SLOW =
            Set.of("userTask_investigate", "userTask_handleViolation", "userTask_mediate");
    private static final Duration FAR_TOO_LONG = Duration.ofDays(17);
    /** Whistles are answered while they sound. */
    private static final String REPORT_IN = "userTask_reportIn";

    private static final Duration SOON = Duration.ofMinutes(30);
    private static final Duration UNTIL_WITHDRAWN = Duration.ofDays(2);

    private final Rehearsal rehearsal;
    private final ComplaintImports imports;
    private final OnBehalf onBehalf;
    private final Desk desk;

    OfficeDays(Rehearsal rehearsal, ComplaintImports imports, OnBehalf onBehalf, Desk desk) {
        this.rehearsal = rehearsal;
        this.imports = imports;
        this.onBehalf = onBehalf;
        this.desk = desk;
    }

    /**
     * What was registered on a day.
     *
     * @param at when it is imported
     * @param year where its dates are moved to; null to leave them
     */
    record Day(Instant at, byte[] register, @Nullable Integer year) {}

    /** Who is told of each act, after it; for a look at the case as it then stands. */
    interface Witness {
        void saw(String caseNo, Instant at);
    }

    /**
     * Plays these days.
     *
     * @return the numbers of the cases in the order of the rows
     */
    List<String> play(List<Day> days, Instant until, ZoneId zone, Witness witness) {
        return new Play(until, zone, witness).run(days);
    }

    /** Something that will be done. */
    private record Act(Instant at, int turn, Runnable doing) {}

    /** One run. */
    private final class Play {

        private final Instant until;
        private final ZoneId zone;
        private final Witness witness;
        private final Queue<Act> acts =
                new PriorityQueue<>(Comparator.comparing(Act::at).thenComparing(Act::turn));
        private final Map<String, Story> stories = new HashMap<>();
        private final List<String> cases = new ArrayList<>();
        private final Set<String> planned = new HashSet<>();
        private int turn;

        Play(Instant until, ZoneId zone, Witness witness) {
            this.until = until;
            this.zone = zone;
            this.witness = witness;
        }

        List<String> run(List<Day> days) {
            days.forEach(day -> plan(day.at(), () -> takeIn(day)));
            for (Act act = acts.peek(); act != null && !act.at().isAfter(until); act = acts.peek()) {
                Optional<Done> job = rehearsal.next(act.at());
                if (job.isPresent()) {
                    job.get().caseNo().ifPresent(it -> look(it, job.get().at()));
                } else {
                    acts.remove();
                    rehearsal.itIs(act.at());
                    act.doing().run();
                }
            }
            while (rehearsal.next(until).isPresent()) {
                // what falls due to the last moment
            }
            return cases;
        }

        private void takeIn(Day day) {
            ComplaintImport made = onBehalf.of(HOTLINE, () -> imports.accept(day.register(), day.year(), null));
            while (!onBehalf.of(HOTLINE, () -> imports.get(made.id())).done()) {
                if (rehearsal.next(day.at()).isEmpty()) {
                    throw new IllegalStateException("an import waits for nothing");
                }
            }
            onBehalf.of(HOTLINE, () -> imports.get(made.id())).rows().forEach(row -> {
                String caseNo = row.caseNo().orElseThrow();
                Story story = Story.of(cases.size());
                cases.add(caseNo);
                stories.put(caseNo, story);
                if (story.withdrawn()) {
                    acts(officeHours(day.at().plus(UNTIL_WITHDRAWN)), caseNo, () -> desk.withdraws(caseNo));
                }
                look(caseNo, day.at());
            });
        }

        /** Plans what is newly to be done in a case. */
        private void look(String caseNo, Instant now) {
            Story story = stories.get(caseNo);
            if (story == null) {
                return; // somebody else's
            }
            witness.saw(caseNo, now);
            for (Task task : desk.open(caseNo)) {
                if (planned.add(task.getId())) {
                    acts(
                            officeHours(now.plus(delay(task, story))),
                            caseNo,
                            () -> desk.does(task.getId(), caseNo, story));
                }
            }
        }

        private void acts(Instant at, String caseNo, Runnable doing) {
            plan(at, () -> {
                doing.run();
                look(caseNo, at);
            });
        }

        private void plan(Instant at, Runnable doing) {
            acts.add(new Act(at, turn++, doing));
        }

        private Duration delay(Task task, Story story) {
            String key = task.getTaskDefinitionKey();
            if (key.equals(REPORT_IN)) {
                return SOON;
            }
            Duration usual = Duration.ofMinutes(
                    HOURS.getOrDefault(key, 24) * 60L + (story.number() * 37 + key.length() * 11) % 300);
            return story.slow() && SLOW.contains(key) ? usual.plus(FAR_TOO_LONG) : usual;
        }

        /** That moment, or the next morning on which an office is open; holidays are not looked up. */
        private Instant officeHours(Instant moment) {
            ZonedDateTime at = moment.atZone(zone);
            if (at.getHour() >= CLOSES) {
                at = morning(at.plusDays(1));
            } else if (at.getHour() < OPENS) {
                at = morning(at);
            }
            while (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY) {
                at = morning(at.plusDays(1));
            }
            return at.toInstant();
        }

        private static ZonedDateTime morning(ZonedDateTime day) {
            return day.withHour(OPENS)
                    .withMinute(day.getMinute() / 2)
                    .withSecond(0)
                    .withNano(0);
        }
    }
}
