package dev.whistle.procedure.companyexit;

import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Cases;
import dev.whistle.casefile.ClaimedSteps;
import dev.whistle.casefile.FirstUnit;
import dev.whistle.engine.ProcedureMessages;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Messages;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Variables;
import dev.whistle.register.Exits;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the case of a company that leaves starts, and what starts it; each once for a run of a step. */
@Component
class ExitMessages {

    private final ClaimedSteps steps;
    private final ProcedureMessages messages;
    private final FirstUnit firstUnit;
    private final Cases cases;
    private final Exits exits;
    private final Units units;
    private final Compounds compounds;
    private final Clock clock;

    ExitMessages(
            ClaimedSteps steps,
            ProcedureMessages messages,
            FirstUnit firstUnit,
            Cases cases,
            Exits exits,
            Units units,
            Compounds compounds,
            Clock clock) {
        this.steps = steps;
        this.messages = messages;
        this.firstUnit = firstUnit;
        this.cases = cases;
        this.exits = exits;
        this.units = units;
        this.compounds = compounds;
        this.clock = clock;
    }

    /**
     * A compound is to be handed over.
     *
     * @param parent number of the case in which the company leaves
     * @param lastDay ISO; null where the company has left
     * @param urgent {@code yes} where somebody has to step in first
     */
    record Handover(
            String parent,
            String compound,
            String company,
            String reason,
            @Nullable String lastDay,
            String urgent) {}

    void startHandover(Handover due, String step) {
        if (!steps.first(due.parent(), step)) {
            return;
        }
        Compound compound = compounds.find(due.compound()).orElseThrow();
        Map<String, @Nullable Object> routed = new HashMap<>();
        routed.put(Variables.PARENT, due.parent());
        routed.put(Variables.COMPOUND, compound.id());
        routed.put(Variables.COMPANY, due.company());
        routed.put(Variables.EXIT_REASON, due.reason());
        routed.put("urgent", due.urgent());
        routed.put(Variables.LAST_DAY, due.lastDay());
        routed.put(Variables.MATTER, "%s由“%s”移交接管".formatted(compound.name(), units.nameOf(due.company())));
        routed.put(Variables.RECEIVED_AT, OffsetDateTime.now(clock).toString());
        firstUnit.is(compound.street());
        messages.start(Messages.HANDOVER_DUE, routed);
    }

    /**
     * A case has found that a company is to leave.
     *
     * @param cause number of that case
     * @param company unit id
     * @param compound the one that it is about; null for that of the case, or of the one it came from
     */
    record Order(
            String cause,
            String reason,
            String company,
            @Nullable String compound,
            @Nullable String listing,
            String matter) {}

    /** @throws Problem naming {@code company} if it is none, or what the started case refuses */
    void order(Order order, String step) {
        if (!steps.first(order.cause(), step)) {
            return;
        }
        if (!units.isCompany(order.company())) {
            throw Problem.invalid(new FieldError("company", "companyexit.no-company", units.nameOf(order.company())));
        }
        Map<String, @Nullable Object> routed = new HashMap<>();
        routed.put(Variables.EXIT_REASON, order.reason());
        routed.put(Variables.COMPANY, order.company());
        routed.put(Variables.COMPOUND, compound(order).orElse(null));
        routed.put(Variables.LISTING, order.listing());
        routed.put(Variables.PARENT, order.cause());
        routed.put(Variables.MATTER, order.matter());
        routed.put(Variables.RECEIVED_AT, OffsetDateTime.now(clock).toString());
        firstUnit.is(units.officeOf(cases.get(order.cause()).unit()).id());
        messages.start(Messages.ORDERED, routed);
    }

    /** Where the company did it: it may have done so in a compound that it runs no more, then it is the district's. */
    private Optional<String> compound(Order order) {
        CaseFile cause = cases.get(order.cause());
        Optional<String> parents =
                Optional.ofNullable(cause.parentCase()).map(cases::get).map(CaseFile::compound);
        return order.compound() != null
                ? Optional.of(order.compound())
                : Stream.concat(Stream.ofNullable(cause.compound()), parents.stream())
                        .filter(it -> exits.runs(order.company(), it))
                        .findFirst();
    }
}
