package dev.whistle.procedure.whistle;

import dev.whistle.casefile.ClaimedSteps;
import dev.whistle.casefile.FirstUnit;
import dev.whistle.casefile.Submission;
import dev.whistle.casefile.Submissions;
import dev.whistle.engine.ProcedureMessages;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts a street's whistle for a violation that another case has found. */
@Component
class Blowing {

    /** Starts the model {@code street-whistle}. */
    static final String BLOWN = "whistle.blown";

    private final ClaimedSteps steps;
    private final Routing routing;
    private final Units units;
    private final Compounds compounds;
    private final FirstUnit firstUnit;
    private final Submissions submissions;
    private final ProcedureMessages messages;
    private final Clock clock;

    Blowing(
            ClaimedSteps steps,
            Routing routing,
            Units units,
            Compounds compounds,
            FirstUnit firstUnit,
            Submissions submissions,
            ProcedureMessages messages,
            Clock clock) {
        this.steps = steps;
        this.routing = routing;
        this.units = units;
        this.compounds = compounds;
        this.firstUnit = firstUnit;
        this.submissions = submissions;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Blows, once for each run of a step.
     *
     * @throws Problem naming each field that is not right: an unknown kind, unit or compound, no place, no matter
     */
    void blow(Blown blown, String step) {
        List<FieldError> errors = wrong(blown);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        if (!steps.first(blown.cause(), step)) {
            return;
        }
        Map<String, @Nullable Object> routed = new HashMap<>();
        routed.put("parent", blown.cause());
        routed.put("violationKind", blown.kind().value());
        routed.put("matter", blown.matter().value());
        routed.put("details", blown.details());
        routed.put("compound", blown.compound().value());
        routed.put("place", blown.place().value());
        routed.put("area", blown.area());
        routed.put("source", blown.source());
        routed.put("externalNo", null);
        routed.put("receivedAt", OffsetDateTime.now(clock).toString());
        firstUnit.is(String.valueOf(blown.blownBy().value()));
        submissions.hold(new Submission.Draft()
                .particular(
                        "continuing",
                        "是否仍在继续",
                        blown.continuing() ? "yes" : "no",
                        blown.continuing() ? "经劝阻仍在继续" : "已经停止")
                .done());
        messages.start(BLOWN, routed);
    }

    private List<FieldError> wrong(Blown blown) {
        List<FieldError> errors = new ArrayList<>();
        String unit = String.valueOf(blown.blownBy().value());
        if (units.find(unit).isEmpty()) {
            errors.add(new FieldError(blown.blownBy().name(), "whistle.unit-unknown", unit));
        }
        String kind = String.valueOf(blown.kind().value());
        if (!routing.knows(kind)) {
            errors.add(new FieldError(blown.kind().name(), "whistle.kind-unknown", kind));
        }
        if (blown.matter().value() == null) {
            errors.add(new FieldError(blown.matter().name(), "whistle.matter-missing"));
        }
        String compound = blown.compound().value();
        if (compound == null && blown.place().value() == null) {
            errors.add(new FieldError(blown.place().name(), "whistle.place-missing"));
        }
        if (compound != null && compounds.find(compound).isEmpty()) {
            errors.add(new FieldError(blown.compound().name(), "whistle.compound-unknown", compound));
        }
        return errors;
    }
}
