package dev.whistle.clock;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Whether offices work, called by models in conditions as {@code workDays}. */
@Component
public class WorkDays {

    private final WorkCalendars calendars;
    private final Clock clock;

    WorkDays(WorkCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Whether today is a working day: Monday to Friday less holidays plus make-up workdays. */
    public boolean isToday(DelegateExecution execution) {
        return calendars.current().workday(LocalDate.now(clock));
    }
}
