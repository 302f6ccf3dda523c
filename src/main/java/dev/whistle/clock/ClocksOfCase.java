package dev.whistle.clock;

import dev.whistle.casefile.ArchivedClock;
import dev.whistle.casefile.CaseClocks;
import dev.whistle.casefile.CaseClosing;
import java.util.List;
import org.springframework.stereotype.Component;

/** Clocks as their case sees them: none runs on once it is closed, all go into its archive. */
@Component
class ClocksOfCase implements CaseClocks, CaseClosing {

    private final Clocks clocks;
    private final LeftRunning leftRunning;

    ClocksOfCase(Clocks clocks, LeftRunning leftRunning) {
        this.clocks = clocks;
        this.leftRunning = leftRunning;
    }

    @Override
    public void closing(String caseNo, String reason) {
        clocks.close(caseNo, Why.because(reason)).stream()
                .filter(it -> it.effect() != Effect.INTERNAL)
                .forEach(leftRunning::owed);
    }

    @Override
    public List<ArchivedClock> of(String caseNo) {
        return clocks.of(caseNo).stream().map(ClocksOfCase::archived).toList();
    }

    private static ArchivedClock archived(CaseClock clock) {
        return new ArchivedClock(
                clock.name(),
                clock.clause(),
                clock.effect().name(),
                clock.anchorAt(),
                clock.budget(),
                clock.extended(),
                clock.unit().name(),
                clock.dueAt(),
                clock.provisional(),
                clock.state().name(),
                clock.endedAt());
    }
}
