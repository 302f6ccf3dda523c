package dev.whistle.sanction;

import dev.whistle.casefile.Cases;
import dev.whistle.casefile.Entry;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.FirstUnit;
import dev.whistle.casefile.Timeline;
import dev.whistle.engine.ProcedureMessages;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Duties that were missed, and the escalations that act on them: one at a time for a work item and whoever answers. */
@Component
class Breaches {

    /** Starts an escalation. */
    private static final String MISSED = "escalation.duty-missed";

    /** Tells an escalation that is open of one more. */
    private static final String MISSED_AGAIN = "escalation.missed-again";

    private final BreachTable table;
    private final ProcedureMessages messages;
    private final FirstUnit firstUnit;
    private final Units units;
    private final Cases cases;
    private final Timeline timeline;
    private final Clock clock;

    Breaches(
            BreachTable table,
            ProcedureMessages messages,
            FirstUnit firstUnit,
            Units units,
            Cases cases,
            Timeline timeline,
            Clock clock) {
        this.table = table;
        this.messages = messages;
        this.firstUnit = firstUnit;
        this.units = units;
        this.cases = cases;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * A model has found that a duty was missed: an escalation starts, or the one that is open hears of it. Reported
     * already, it changes nothing.
     */
    void report(Breach breach) {
        if (table.find(breach).isPresent()) {
            return;
        }
        Optional<String> open = table.open(breach.matter(), breach.party());
        if (open.isPresent()) {
            table.insert(takenUp(breach, open.get()));
            timeline.record(
                    open.get(),
                    EventKind.STEP,
                    null,
                    "再次失职：" + breach.duty(),
                    breach.clause(),
                    List.of(Entry.of("matter", "涉及案件", breach.matter())));
            // Nothing waits for it until a letter is served: what is on record by then is put right along with it.
            messages.tell(open.get(), MISSED_AGAIN);
        } else {
            table.insert(breach);
            firstUnit.is(units.officeOf(cases.get(breach.matter()).unit()).id());
            messages.start(
                    MISSED,
                    Map.of(
                            "matter", breach.matter(),
                            "unit", breach.unit(),
                            "duty", breach.duty(),
                            "occasion", breach.occasion(),
                            "clause", breach.clause(),
                            "source", breach.source(),
                            "happened", "missed",
                            "reportedAt", OffsetDateTime.now(clock).toString()));
        }
    }

    /**
     * An escalation takes a missed duty up, reported by a model or just now by hand. Done twice by the same one, it
     * changes nothing.
     *
     * @param caseNo number of the escalation
     * @throws Problem if it was taken up already, or another escalation is open for the same work item and party
     */
    void takeUp(Breach breach, String caseNo) {
        Optional<Breach> reported = table.find(breach);
        Optional<String> by = reported.map(Breach::caseNo);
        if (by.filter(caseNo::equals).isPresent()) {
            return;
        }
        if (by.isPresent()) {
            throw new Problem(Problem.Kind.CONFLICT, "escalation.reported", breach.matter(), breach.duty(), by.get());
        }
        table.open(breach.matter(), breach.party()).ifPresent(open -> {
            throw new Problem(Problem.Kind.CONFLICT, "escalation.open", breach.matter(), open);
        });
        table.open(breach.matter(), breach.party(), caseNo);
        if (reported.isPresent()) {
            table.takenUp(breach, caseNo);
        } else {
            table.insert(takenUp(breach, caseNo));
        }
    }

    private static Breach takenUp(Breach breach, String caseNo) {
        return new Breach(
                breach.matter(),
                breach.party(),
                breach.unit(),
                breach.duty(),
                breach.occasion(),
                breach.clause(),
                breach.source(),
                caseNo);
    }
}
