package dev.whistle.web;

import dev.whistle.organisation.Access;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Units as the officer who is asking may see them. What he or she may not see is answered like what is not there. */
@Component
class ReadableUnits {

    private final Units units;
    private final Access access;
    private final CurrentOfficer current;

    ReadableUnits(Units units, Access access, CurrentOfficer current) {
        this.units = units;
        this.access = access;
        this.current = current;
    }

    /** @throws Problem of kind NOT_FOUND if there is none or it is none of the officer's business */
    Unit get(String id) {
        return units.find(id)
                .filter(it -> access.mayRead(officer(), List.of(it.id())))
                .orElseThrow(() -> notFound(id));
    }

    static Problem notFound(String id) {
        return new Problem(Kind.NOT_FOUND, "unit.not-found", id);
    }

    Officer officer() {
        return current.get().orElseThrow(() -> new Problem(Kind.FORBIDDEN, "case.nobody"));
    }
}
