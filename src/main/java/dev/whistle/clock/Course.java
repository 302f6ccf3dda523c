package dev.whistle.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a period is counted from.
 *
 * @param budget how many units, with all that were added
 * @param pauses in their order; of one that has not ended nothing is known, so it leaves out no day
 */
record Course(Instant anchor, int budget, TimeUnit unit, List<Pause> pauses) {

    LocalDate trigger() {
        return anchor.atZone(WorkCalendar.CHINA).toLocalDate();
    }

    boolean pausedOn(LocalDate day) {
        return pauses.stream().anyMatch(pause -> pause.holds(day));
    }

    /** The same with the pauses that were over by then. */
    Course until(Instant moment) {
        return new Course(
                anchor,
                budget,
                unit,
                pauses.stream()
                        .filter(pause -> pause.until() != null && !pause.until().isAfter(moment))
                        .toList());
    }

    /** Whether hours ran on this day. */
    boolean ranOn(LocalDate day) {
        return pauses.stream().noneMatch(pause -> pause.covers(day));
    }
}
