package dev.whistle.procedure.compoundhandover;

import dev.whistle.engine.ProcedureMessages;
import dev.whistle.organisation.Basis;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Responsibility;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import dev.whistle.problem.Texts;
import dev.whistle.register.Exits;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compounds that are handed over; models ask it as {@code compoundHandovers}. */
@Component("compoundHandovers")
public class CompoundHandovers {

    private final CompoundHandoverTable table;
    private final Successions successions;
    private final Responsibilities responsibilities;
    private final Compounds compounds;
    private final Units units;
    private final Exits exits;
    private final ProcedureMessages messages;
    private final Clock clock;

    CompoundHandovers(
            CompoundHandoverTable table,
            Successions successions,
            Responsibilities responsibilities,
            Compounds compounds,
            Units units,
            Exits exits,
            ProcedureMessages messages,
            Clock clock) {
        this.table = table;
        this.successions = successions;
        this.responsibilities = responsibilities;
        this.compounds = compounds;
        this.units = units;
        this.exits = exits;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whether the company that leaves still runs the compound today. */
    public boolean leaverRuns(DelegateExecution execution) {
        return leaverRuns(of(execution));
    }

    private boolean leaverRuns(Handover handover) {
        return runsToday(handover.compound())
                .filter(it -> handover.leaves(it.company()))
                .isPresent();
    }

    /** Whether somebody whom this case has put there runs the compound by now. */
    public boolean replaced(DelegateExecution execution) {
        return replaced(of(execution));
    }

    /**
     * The last day of the contract of the company that leaves: the last on which it runs the compound, by the register;
     * at the latest the day before the one in {@code startsOn}.
     *
     * @return an ISO date
     */
    public String lastDay(DelegateExecution execution) {
        Handover handover = of(execution);
        LocalDate before = LocalDate.parse(String.valueOf(execution.getVariable("startsOn")))
                .minusDays(1);
        return responsibilities.history(handover.compound()).stream()
                .filter(it -> handover.leaves(it.company()))
                .reduce((earlier, later) -> later)
                .map(Responsibility::to)
                .filter(it -> it.isBefore(before))
                .orElse(before)
                .toString();
    }

    /** What the naming of who stands in is about, where a case has two of them open: by when it has to be done. */
    public String standIn(DelegateExecution execution) {
        boolean atOnce = CompoundHandoverProcess.EMERGENCY_CLOCK.equals(execution.getVariable("standInClock"));
        return atOnce ? "先行应急" : "服务期满之后";
    }

    boolean replaced(Handover handover) {
        return runsToday(handover.compound())
                .filter(it -> handover.caseNo().equals(it.caseNo()))
                .isPresent();
    }

    /**
     * A case begins to hand a compound over. From the day after the company's last, its community gives it basic service
     * until somebody else is named: no day may have nobody, and nobody is kept on against his will.
     *
     * @throws Problem naming {@code compound}: it is handed over already, no company can leave it for that reason, or
     *     it is run by a company and so not unattended
     */
    void register(Handover handover) {
        Compound compound = compounds.find(handover.compound()).orElseThrow();
        Optional<String> open = table.openOf(compound.id());
        if (open.filter(handover.caseNo()::equals).isPresent()) {
            return;
        }
        open.ifPresent(it -> {
            throw Problem.invalid(new FieldError("compound", "handover.open-already", compound.name(), it));
        });
        refuseReason(handover, compound);
        table.add(handover);
        if (handover.parent() != null) {
            exits.started(handover.parent(), compound.id(), handover.caseNo());
        }
        LocalDate lastDay = handover.lastDay();
        if (lastDay != null && !lastDay.isBefore(today())) {
            basicServiceFrom(handover, compound, lastDay.plusDays(1));
        }
    }

    private void refuseReason(Handover handover, Compound compound) {
        if (successions.of(compound.kind(), handover.reason()).isEmpty()) {
            throw Problem.invalid(new FieldError(
                    "compound",
                    "handover.reason-class",
                    compound.name(),
                    compound.kind().label(),
                    reason(handover)));
        }
        String runner = compound.company();
        if (handover.company() == null && runner != null) {
            throw Problem.invalid(
                    new FieldError("compound", "handover.not-unattended", compound.name(), units.nameOf(runner)));
        }
    }

    /** Why the company leaves, as officers read it. */
    String reason(Handover handover) {
        String group = handover.company() == null ? "handover.reason." : "companyexit.reason.";
        return Texts.text(Locale.CHINESE, group + handover.reason());
    }

    /** Whether somebody has to be named at once: the company has left, or is to be gone by tomorrow. */
    boolean urgent(Handover handover) {
        LocalDate lastDay = handover.lastDay();
        return lastDay == null || !lastDay.isAfter(today());
    }

    /** Nobody has been named in time: the community gives basic service from today, where the company is gone by now. */
    void keepManaged(Handover handover) {
        LocalDate lastDay = handover.lastDay();
        boolean gone = lastDay == null || lastDay.isBefore(today());
        if (gone && leaverRuns(handover)) {
            basicServiceFrom(handover, compounds.find(handover.compound()).orElseThrow(), today());
        }
    }

    /** Unless somebody other than the company that leaves runs the compound on that day. */
    private void basicServiceFrom(Handover handover, Compound compound, LocalDate day) {
        boolean somebodyElse = responsibilities
                .on(compound.id(), day)
                .filter(it -> !handover.leaves(it.company()))
                .isPresent();
        if (!somebodyElse) {
            responsibilities.pass(
                    Responsibility.beginning(
                            compound.id(), day, Basis.BASIC_SERVICE, compound.community(), handover.caseNo()),
                    null);
        }
    }

    /**
     * What this case has planned from a day on gives way to what is recorded next. Where basic service has begun on a
     * later day meanwhile, since a letter took its time, that day counts: what was is not written over.
     *
     * @return the day from which the next can be recorded
     */
    LocalDate clear(Handover handover, LocalDate from, boolean succession) {
        LocalDate settled = handover.settledFrom();
        List<Responsibility> ours = responsibilities.history(handover.compound()).stream()
                .filter(it -> handover.caseNo().equals(it.caseNo()))
                .toList();
        LocalDate starts = ours.stream()
                .filter(it -> it.from().isAfter(from) && !it.from().isAfter(today()))
                .filter(it -> it.basis() == Basis.BASIC_SERVICE && !it.from().equals(settled))
                .map(Responsibility::from)
                .reduce(from, (earlier, later) -> later);
        if (ours.stream().anyMatch(it -> it.from().isAfter(today()))) {
            responsibilities.takeBack(
                    handover.compound(),
                    handover.caseNo(),
                    starts,
                    succession || settled == null ? LocalDate.MAX : settled);
        }
        if (succession) {
            table.settled(handover.caseNo(), starts);
        }
        return starts;
    }

    /**
     * Takes back what the case has planned; whoever runs the compound goes on.
     *
     * @param ordered whether the company's exit was withdrawn; an officer can withdraw only what no such case has ordered
     * @throws Problem of kind CONFLICT if an officer may not withdraw it here, or somebody has taken over already
     */
    void takeBack(Handover handover, boolean ordered) {
        if (!ordered && handover.parent() != null) {
            throw new Problem(Kind.CONFLICT, "handover.ordered", handover.parent());
        }
        if (!ordered && replaced(handover)) {
            throw new Problem(Kind.CONFLICT, "handover.replaced", runner(handover));
        }
        responsibilities.takeBack(handover.compound(), handover.caseNo());
    }

    /** The case has come to its end; the exit that it belongs to is told. */
    void ended(Handover handover, String outcome) {
        if (!handover.open()) {
            return;
        }
        table.closed(handover.caseNo());
        if (handover.parent() != null) {
            exits.ended(handover.parent(), handover.compound(), outcome);
            messages.tell(handover.parent(), CompoundHandoverProcess.ENDED);
        }
    }

    /** Who runs the compound today, as officers read it. */
    String runner(Handover handover) {
        return runsToday(handover.compound()).map(this::said).orElse("");
    }

    /** Somebody and on what basis, e.g. 湾里社区（社区基本服务）. */
    String said(Responsibility it) {
        String who = it.runner() == null ? "业主" : units.nameOf(Objects.requireNonNull(it.runner()));
        return who + "（" + it.basis().label() + "）";
    }

    private Optional<Responsibility> runsToday(String compound) {
        return responsibilities.on(compound, today());
    }

    Handover of(DelegateExecution execution) {
        return table.get(Objects.requireNonNull(execution.getProcessBusinessKey()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A date as a model hands it on; null for nothing. */
    static @Nullable LocalDate day(Optional<String> text) {
        return text.map(LocalDate::parse).orElse(null);
    }
}
