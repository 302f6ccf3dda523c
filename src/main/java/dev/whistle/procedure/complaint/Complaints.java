package dev.whistle.procedure.complaint;

import dev.whistle.casefile.FirstUnit;
import dev.whistle.engine.Starts;
import dev.whistle.organisation.Compounds;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Complaints that programs bring in: the district's hotline, a company's own system, a register of a year. */
@Component
public class Complaints {

    private final Starts starts;
    private final FirstUnit firstUnit;
    private final Compounds compounds;
    private final Clock clock;

    Complaints(Starts starts, FirstUnit firstUnit, Compounds compounds, Clock clock) {
        this.starts = starts;
        this.firstUnit = firstUnit;
        this.compounds = compounds;
        this.clock = clock;
    }

    /**
     * Registers a complaint, which the officer's own unit takes up, and starts its procedure.
     *
     * @param complaint its single fields have been validated
     * @return the case number
     * @throws Problem naming each field that its channel needs and that is not there, and each that belongs to another
     *     channel; also if the compound is unknown, neither compound nor place is given, or the time lies in the future
     */
    public String register(Complaint complaint) {
        List<FieldError> wrong = new ComplaintRules(
                        OffsetDateTime.now(clock), id -> compounds.find(id).isPresent())
                .wrong(complaint);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return start(complaint);
    }

    /**
     * Registers a complaint that the rules have been asked about, taken up by the unit that was spoken to first.
     *
     * @param unit its id; whoever calls has checked that the officer may say so
     * @return the case number
     */
    @Transactional
    String register(Complaint complaint, String unit) {
        firstUnit.is(unit);
        return start(complaint);
    }

    private String start(Complaint complaint) {
        ComplaintEntries entries = new ComplaintEntries(complaint, complaint.received(clock), this::compoundName);
        return starts.start(ComplaintProcess.ID, entries.variables(), entries.submission());
    }

    private String compoundName(String id) {
        return compounds
                .find(id)
                .orElseThrow(() -> Problem.invalid(new FieldError("compoundId", "complaint.compound-unknown", id)))
                .name();
    }
}
