package dev.whistle.clock;

import dev.whistle.engine.RungTimers;
import dev.whistle.engine.TaskDueDates;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the engine where clocks stand: their timers, and the tasks that hang on them. */
@Component
class Projection {

    private final RungTimers timers;
    private final TaskDueDates tasks;
    private final Rungs rungs;

    Projection(RungTimers timers, TaskDueDates tasks, Rungs rungs) {
        this.timers = timers;
        this.tasks = tasks;
        this.rungs = rungs;
    }

    void begun(CaseClock clock, WorkCalendar calendar) {
        timers.begin(clock.caseNo(), clock.kind(), clock.occasion(), clock.id(), rungs.next(clock, calendar));
    }

    /** These clocks have another end, or none for now. */
    void moved(List<CaseClock> clocks, WorkCalendar calendar) {
        ended(clocks, calendar);
        tasks.follow(clocks.stream()
                .map(clock -> new TaskDueDates.Moved(
                        clock.caseNo(),
                        clock.kind(),
                        clock.occasion(),
                        clock.state() == ClockState.RUNNING ? clock.dueAt() : null))
                .toList());
    }

    /** The duty was done: its tasks are done too, or were due when they were. */
    void ended(List<CaseClock> clocks, WorkCalendar calendar) {
        timers.move(clocks.stream().collect(Collectors.toMap(CaseClock::id, it -> rungs.next(it, calendar))));
    }
}
