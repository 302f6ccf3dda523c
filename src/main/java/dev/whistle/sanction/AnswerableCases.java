package dev.whistle.sanction;

import dev.whistle.casefile.RecentCases;
import dev.whistle.casefile.RecentCases.Recent;
import dev.whistle.engine.ReferenceList;
import dev.whistle.organisation.Access;
import dev.whistle.organisation.Units;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The cases in which somebody may have missed a duty, for an officer to choose from: those he or she may read that are
 * under way or were closed not long ago. An older one is entered by its number. Escalations are no duty of anybody's.
 */
@Component
class AnswerableCases implements ReferenceList {

    private static final String ESCALATION = "escalation";

    private static final int DAYS = 180;

    private final RecentCases cases;
    private final Access access;
    private final Units units;
    private final Clock clock;
    private final int atMost;

    /** @param atMost more than these nobody looks through, though the list can be searched */
    AnswerableCases(
            RecentCases cases,
            Access access,
            Units units,
            Clock clock,
            @Value("${whistle.answerable-cases:200}") int atMost) {
        this.cases = cases;
        this.access = access;
        this.units = units;
        this.clock = clock;
        this.atMost = atMost;
    }

    @Override
    public String name() {
        return "answerable-cases";
    }

    @Override
    public List<Option> options(Asker asker) {
        OffsetDateTime since = OffsetDateTime.now(clock).minusDays(DAYS);
        return cases.of(access.readableUnits(asker.officer()), since, ESCALATION, atMost).stream()
                .map(this::option)
                .toList();
    }

    @Override
    public Optional<Option> find(String value, Asker asker) {
        return options(asker).stream().filter(it -> it.value().equals(value)).findFirst();
    }

    private Option option(Recent it) {
        String unit = units.nameOf(it.unit());
        return new Option(it.caseNo(), "%s · %s · %s".formatted(it.caseNo(), it.title(), unit));
    }
}
