package dev.whistle.procedure.complaint;

import dev.whistle.casefile.FirstUnit;
import dev.whistle.engine.StartForm;
import dev.whistle.engine.Starts;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Complaints that programs bring in: the district's hotline, a company's own system, a register of a year. */
@Component
public class Complaints {

    private final Starts starts;
    private final FirstUnit firstUnit;

    Complaints(Starts starts, FirstUnit firstUnit) {
        this.starts = starts;
        this.firstUnit = firstUnit;
    }

    /**
     * Registers a complaint, which the officer's own unit takes up, and starts its procedure.
     *
     * @return the case number
     * @throws Problem naming everything that the start form finds wrong, by the names of {@link Complaint}
     */
    public String register(Complaint complaint) {
        StartForm form = starts.form(ComplaintProcess.ID);
        Filling filling = complaint.fillIn(form);
        List<FieldError> wrong = filling.wrong();
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return starts.start(form, filling.values());
    }

    /**
     * Registers a complaint of a register, taken up by the unit that was spoken to first.
     *
     * @param unit its id; whoever calls has checked that the officer may say so
     * @return the case number
     */
    @Transactional
    String register(FilledForm complaint, String unit) {
        firstUnit.is(unit);
        return starts.start(starts.form(ComplaintProcess.ID), complaint.values());
    }
}
