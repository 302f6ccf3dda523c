package dev.whistle.clock;

import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFactSource;
import dev.whistle.casefile.CaseFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * How long each kind of period is, and its last day, by the name that the table of time limits gives it, e.g.
 * 投诉答复期限时长 and 投诉答复期限截止日.
 */
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
                .flatMap(limit -> Stream.of(
                        CaseFact.open(
                                "clock." + limit.kind(), limit.name() + "截止日", file -> lastDay(file, limit.kind())),
                        CaseFact.open(
                                "limit." + limit.kind(),
                                limit.name() + "时长",
                                file -> Optional.of(limit.budget() + ClockLines.unit(limit.unit())))))
                .toList();
    }

    /** None while it is paused, when nobody knows it, and once it is cancelled. */
    private Optional<String> lastDay(CaseFile file, String kind) {
        return clocks.find(file.caseNo(), kind).filter(CaseClock::ends).map(CaseClock::lastDay);
    }
}
