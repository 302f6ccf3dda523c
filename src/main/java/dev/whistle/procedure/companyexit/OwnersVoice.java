package dev.whistle.procedure.companyexit;

import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Units;
import dev.whistle.register.Committee;
import dev.whistle.register.Committees;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Who decides for the owners of a compound (AP.S4.2). */
@Component
class OwnersVoice {

    private final Committees committees;
    private final Units units;

    OwnersVoice(Committees committees, Units units) {
        this.committees = committees;
        this.units = units;
    }

    /**
     * Their committee, or what stands in for one; where there is none, or its term is over without a new one, the
     * residents' committee for them.
     */
    String on(Compound compound, LocalDate day) {
        return committees
                .on(compound.id(), day)
                .filter(it -> !it.overdue(day))
                .map(Committee::kind)
                .map(it -> compound.name() + it.label())
                .orElseGet(() -> units.nameOf(compound.community()) + "居民委员会（代表业主）");
    }
}
