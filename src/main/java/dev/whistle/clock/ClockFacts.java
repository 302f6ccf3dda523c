package dev.whistle.clock;

import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFactSource;
import dev.whistle.casefile.ChineseTime;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What letters and messages may say of a case's clocks. */
@Component
class ClockFacts implements CaseFactSource {

    private final Clocks clocks;
    private final Clock clock;

    ClockFacts(Clocks clocks, Clock clock) {
        this.clocks = clocks;
        this.clock = clock;
    }

    @Override
    public List<CaseFact> facts() {
        return List.of(CaseFact.open(
                "clock.complaint.answer.lastDay",
                "投诉答复期限截止日",
                file -> clocks.find(file.caseNo(), "complaint.answer")
                        .map(it -> ChineseTime.of(
                                it.dueAt().minusNanos(1).atZone(clock.getZone()).toLocalDate()))));
    }
}
