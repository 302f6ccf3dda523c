package dev.whistle.clock;

import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFactSource;
import dev.whistle.casefile.CaseFile;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The last day of each kind of period, by the name that the table of time limits gives it, e.g. 投诉答复期限截止日. */
@Component
class ClockFacts implements CaseFactSource {

    private final TimeLimits limits;
    private final Clocks clocks;

    ClockFacts(TimeLimits limits, Clocks clocks) {
        this.limits = limits;
        this.clocks = clocks;
    }

    @Override
    public List<CaseFact> facts() {
        return limits.all().stream()
                .map(limit -> CaseFact.open(
                        "clock." + limit.kind(), limit.name() + "截止日", file -> lastDay(file, limit.kind())))
                .toList();
    }

    /** None while it is paused, when nobody knows it, and once it is cancelled. */
    private Optional<String> lastDay(CaseFile file, String kind) {
        return clocks.find(file.caseNo(), kind).filter(CaseClock::ends).map(CaseClock::lastDay);
    }
}
