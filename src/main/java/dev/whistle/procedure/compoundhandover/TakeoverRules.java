package dev.whistle.procedure.compoundhandover;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Responsibility;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.register.Exits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may take a compound on and from when: asked when the form is handed in, before a letter is drafted of it. */
@Component
class TakeoverRules {

    private final Successions successions;
    private final Responsibilities responsibilities;
    private final Compounds compounds;
    private final Units units;
    private final Exits exits;
    private final Clock clock;

    TakeoverRules(
            Successions successions,
            Responsibilities responsibilities,
            Compounds compounds,
            Units units,
            Exits exits,
            Clock clock) {
        this.successions = successions;
        this.responsibilities = responsibilities;
        this.compounds = compounds;
        this.units = units;
        this.exits = exits;
        this.clock = clock;
    }

    /**
     * Somebody stands in until a successor is there.
     *
     * @return unit id of whoever does
     * @throws Problem naming the company that is leaving, or the day that cannot be
     */
    String standIn(Handover handover, String basis, Takeover takeover) {
        List<FieldError> errors = errors(handover, takeover);
        LocalDate settled = handover.settledFrom();
        LocalDate from = takeover.from();
        if (from != null && settled != null && !from.isBefore(settled)) {
            errors.add(new FieldError(takeover.fromField(), "handover.after-successor", ChineseTime.of(settled)));
        }
        refuse(errors);
        return Objects.requireNonNull(basis.equals("emergency") ? takeover.company() : provider(handover, takeover));
    }

    /** Nobody need stand in where the successor's first day follows the company's last. */
    Optional<String> nobodyNeeded(Handover handover, String field) {
        LocalDate settled = handover.settledFrom();
        boolean gap = settled == null
                || responsibilities
                        .on(handover.compound(), settled.minusDays(1))
                        .filter(it -> handover.leaves(it.company()))
                        .isEmpty();
        if (gap) {
            throw Problem.invalid(new FieldError(field, "handover.stand-in-needed"));
        }
        return Optional.empty();
    }

    /**
     * Somebody is to run the compound from then on, by no contract.
     *
     * @return unit id of whoever does; null for the owners themselves
     * @throws Problem naming the company that is leaving, or the day that cannot be
     */
    @Nullable
    String successor(Handover handover, String way, Takeover takeover) {
        refuse(errors(handover, takeover));
        return switch (way) {
            case CompoundHandoverProcess.Successor.STATE_OWNED -> takeover.company();
            case CompoundHandoverProcess.Successor.BASIC_SERVICE -> provider(handover, takeover);
            default -> null;
        };
    }

    /** @throws Problem if it is not for these to decide who runs the compound */
    void refuseDecider(Handover handover, String decidedBy, String field) {
        List<String> may = successions.of(handover).map(Succession::deciders).orElse(List.of());
        if (!may.contains(decidedBy)) {
            throw Problem.invalid(new FieldError(
                    field,
                    "handover.decider",
                    SuccessionFacts.decider(decidedBy),
                    may.stream().map(SuccessionFacts::decider).collect(Collectors.joining("、"))));
        }
    }

    private List<FieldError> errors(Handover handover, Takeover takeover) {
        List<FieldError> errors = new ArrayList<>();
        String company = takeover.company();
        if (company != null) {
            exits.leaving(company, handover.compound())
                    .ifPresent(it -> errors.add(new FieldError(
                            takeover.companyField(), "register.company-leaving", units.nameOf(company), it)));
        }
        LocalDate from = takeover.from();
        if (from != null) {
            begun(handover, from)
                    .ifPresent(it -> errors.add(new FieldError(
                            takeover.fromField(),
                            "register.from-passed",
                            ChineseTime.of(from),
                            ChineseTime.of(it.from()))));
        }
        return errors;
    }

    /** Whoever has begun to run the compound after that day. */
    private Optional<Responsibility> begun(Handover handover, LocalDate from) {
        LocalDate today = LocalDate.now(clock);
        return responsibilities.history(handover.compound()).stream()
                .filter(it -> it.from().isAfter(from) && !it.from().isAfter(today))
                .reduce((earlier, later) -> later);
    }

    private String provider(Handover handover, Takeover takeover) {
        Compound compound = compounds.find(handover.compound()).orElseThrow();
        return "street".equals(takeover.provider()) ? compound.street() : compound.community();
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
