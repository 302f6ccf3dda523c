package dev.whistle.clock;

import dev.whistle.casefile.CaseFigures;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Cases;
import dev.whistle.clock.ClockEvent.Kind;
import dev.whistle.tally.Measure;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts for supervisors which duties were done in time: each clock once, when its duty is done or its time is up. */
@Component
class ClockFigures {

    private final CaseFigures figures;
    private final Cases cases;

    ClockFigures(CaseFigures figures, Cases cases) {
        this.figures = figures;
        this.cases = cases;
    }

    void count(CaseClock clock, ClockEvent event) {
        if (event.kind() == Kind.MET) {
            count(Measure.MET, clock, event.at());
        } else if (event.kind() == Kind.BREACHED) {
            count(Measure.BREACHED, clock, clock.dueAt());
        }
    }

    private void count(Measure measure, CaseClock clock, Instant at) {
        CaseFile file = cases.get(clock.caseNo());
        figures.count(
                measure, file, at, Objects.requireNonNullElseGet(clock.holder(), () -> CaseFigures.placeOf(file)), "");
    }
}
