package dev.whistle.sanction;

import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds whoever answers for a duty. A committee has no desk of its own: its community passes on what it is sent. */
@Component
class Answerables {

    private static final String COMMITTEE = "committee:";

    private final Units units;
    private final Compounds compounds;

    Answerables(Units units, Compounds compounds) {
        this.units = units;
        this.compounds = compounds;
    }

    /** @throws Problem naming the field {@code unit} if there is no such unit */
    Answerable unit(String id) {
        Unit unit = units.find(id).orElseThrow(() -> refused("unit", "escalation.unit-unknown", id));
        return new Answerable(
                unit.id(), unit.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), unit.name(), unit.id());
    }

    /** @throws Problem naming the field {@code compound} if there is no such compound */
    Answerable committeeOf(String compound) {
        Compound of = compounds
                .find(compound)
                .orElseThrow(() -> refused("compound", "escalation.compound-unknown", compound));
        return new Answerable(COMMITTEE + of.id(), "committee", of.name() + "业主委员会", of.community());
    }

    /** By the id that the ledger keeps. */
    Answerable of(String id) {
        return id.startsWith(COMMITTEE) ? committeeOf(id.substring(COMMITTEE.length())) : unit(id);
    }

    private static Problem refused(String field, String message, String value) {
        return Problem.invalid(new FieldError(field, message, value));
    }
}
