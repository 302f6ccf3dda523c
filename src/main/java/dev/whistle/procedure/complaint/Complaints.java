package dev.whistle.procedure.complaint;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.PartyDetails;
import dev.whistle.casefile.Submission;
import dev.whistle.engine.Starts;
import dev.whistle.organisation.Compound;
import dev.whistle.organisation.Compounds;
import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import dev.whistle.procedure.complaint.ComplaintProcess.FirstContact;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Complaints that programs bring in: the district's hotline, a company's own system. */
@Component
public class Complaints {

    private static final String COMPLAINANT = "complainant";

    private final Starts starts;
    private final Compounds compounds;
    private final Clock clock;

    Complaints(Starts starts, Compounds compounds, Clock clock) {
        this.starts = starts;
        this.compounds = compounds;
        this.clock = clock;
    }

    /**
     * Registers a complaint and starts its procedure; it goes up to the next tier, which signs for it.
     *
     * @return the case number
     * @throws Problem if the compound is unknown, neither compound nor place is given, or the time lies in the future
     */
    public String register(Complaint complaint) {
        if (complaint.compound() == null && complaint.place() == null) {
            throw Problem.invalid(new FieldError("address", "complaint.where"));
        }
        if (complaint.receivedAt().toInstant().isAfter(clock.instant())) {
            throw Problem.invalid(new FieldError("receivedAt", "complaint.future"));
        }
        return starts.start(ComplaintProcess.ID, variables(complaint), submission(complaint));
    }

    private static VariableMap variables(Complaint complaint) {
        return org.camunda.bpm.engine.variable.Variables.createVariables()
                .putValueTyped(Variables.CHANNEL, passing(complaint.channel().code()))
                .putValueTyped(Variables.EXTERNAL_NO, passing(complaint.externalNo()))
                .putValueTyped(Variables.MATTER, passing(complaint.matter()))
                .putValueTyped(Variables.DETAILS, passing(complaint.details()))
                .putValueTyped(Variables.COMPOUND, passing(complaint.compound()))
                .putValueTyped(Variables.PLACE, passing(complaint.place()))
                .putValueTyped(
                        Variables.RECEIVED_AT,
                        passing(complaint.receivedAt().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)))
                .putValue(Variables.FIRST_CONTACT, FirstContact.REPORTED);
    }

    /** A value that the engine does not store. */
    private static TypedValue passing(@Nullable String value) {
        return org.camunda.bpm.engine.variable.Variables.stringValue(value, true);
    }

    private Submission submission(Complaint complaint) {
        Complaint.Complainant who = complaint.complainant();
        Submission.Draft draft = new Submission.Draft()
                .field(Variables.CHANNEL, "受理渠道", complaint.channel().label())
                .field(Variables.EXTERNAL_NO, "来件编号", complaint.externalNo())
                .personal(Variables.CALLER_NAME, "投诉人姓名", COMPLAINANT)
                .personal(Variables.CALLER_PHONE, "联系电话", COMPLAINANT);
        if (who.address() != null) {
            draft.personal(Variables.CALLER_ADDRESS, "单位或联系地址", COMPLAINANT);
        }
        return draft.field(Variables.RECEIVED_AT, "收到时间", ChineseTime.of(complaint.receivedAt()))
                .field(Variables.COMPOUND, "小区", compoundName(complaint.compound()))
                .field(Variables.PLACE, "发生地点", complaint.place())
                .field(Variables.MATTER, "投诉事由", complaint.matter())
                .field(Variables.DETAILS, "详细情况", complaint.details())
                .party(new PartyDetails(COMPLAINANT, who.name(), who.phone(), who.address()))
                .done();
    }

    private @Nullable String compoundName(@Nullable String id) {
        return id == null
                ? null
                : compounds
                        .find(id)
                        .map(Compound::name)
                        .orElseThrow(
                                () -> Problem.invalid(new FieldError("compoundId", "complaint.compound-unknown", id)));
    }
}
