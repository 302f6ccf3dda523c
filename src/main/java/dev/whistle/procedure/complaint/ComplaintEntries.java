package dev.whistle.procedure.complaint;

import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.PartyDetails;
import dev.whistle.casefile.PartyRole;
import dev.whistle.casefile.Submission;
import dev.whistle.procedure.complaint.Complaint.Complainant;
import dev.whistle.procedure.complaint.Complaint.Instruction;
import dev.whistle.procedure.complaint.Complaint.OnTheSpot;
import dev.whistle.procedure.complaint.Complaint.Opinion;
import dev.whistle.procedure.complaint.Complaint.Visit;
import dev.whistle.procedure.complaint.Complaint.Web;
import dev.whistle.procedure.complaint.ComplaintProcess.FirstContact;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as the start form of the procedure would have brought it: the same keys, what routes the case stored by
 * the engine and everything else passing by on its way to the case's file. What cases are found by again are particulars
 * of the case.
 */
final class ComplaintEntries {

    private static final String COMPLAINANT = PartyRole.COMPLAINANT.code();

    private final VariableMap variables = org.camunda.bpm.engine.variable.Variables.createVariables();
    private final Submission.Draft draft = new Submission.Draft();

    /** @param compoundName the name of the compound of this id */
    ComplaintEntries(Complaint complaint, OffsetDateTime received, UnaryOperator<String> compoundName) {
        routing(Variables.CHANNEL, "受理渠道", complaint.channel());
        routing("matterKind", "事项类别", complaint.about());
        routing("weight", "重要程度", complaint.heaviness());
        entry(Variables.EXTERNAL_NO, "来件编号", complaint.externalNo());
        who(complaint.complainant(), complaint.channel().fromSomebody());
        String compound = complaint.compoundId();
        pass(Variables.RECEIVED_AT, received.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        draft.field(Variables.RECEIVED_AT, "收到时间", ChineseTime.of(received));
        pass(Variables.COMPOUND, compound);
        draft.field(Variables.COMPOUND, "小区", compound == null ? null : compoundName.apply(compound));
        entry(Variables.PLACE, "发生地点", complaint.address());
        entry(Variables.MATTER, "投诉事由", complaint.matter());
        entry(Variables.DETAILS, "详细情况", complaint.details());
        ofItsChannel(complaint);
        firstContact(complaint.onTheSpot());
    }

    VariableMap variables() {
        return variables;
    }

    Submission submission() {
        return draft.done();
    }

    /** Somebody who put a page on the web or whom a leader's paper names is the complainant, under another label. */
    private void who(@Nullable Complainant who, boolean caller) {
        if (who == null) {
            return;
        }
        personal(caller ? Variables.CALLER_NAME : "authorName", caller ? "投诉人姓名" : "反映人姓名", who.name());
        personal(caller ? Variables.CALLER_PHONE : "authorPhone", "联系电话", who.phone());
        personal(Variables.CALLER_ADDRESS, "单位或联系地址", who.address());
        draft.party(new PartyDetails(COMPLAINANT, who.name(), who.phone(), who.address()));
    }

    private void ofItsChannel(Complaint complaint) {
        Web web = complaint.web();
        if (web != null) {
            entry("platform", "投诉平台", web.platform());
        }
        Opinion opinion = complaint.opinion();
        if (opinion != null) {
            entry("platform", "发布平台", opinion.platform());
            entry("link", "网址", opinion.link());
            boolean major = Boolean.TRUE.equals(opinion.major());
            pass("publicity", major ? "major" : "ordinary");
            draft.particular("publicity", "舆情影响", major ? "major" : "ordinary", major ? "重大负面舆情" : "一般");
        }
        Instruction instruction = complaint.instruction();
        if (instruction != null) {
            pass("leader", instruction.leader());
            draft.particular("leader", "批示领导", instruction.leader(), instruction.leader());
            entry("leaderWords", "批示内容", instruction.words());
            pass(
                    "instructedOn",
                    instruction.on() == null ? null : instruction.on().toString());
            draft.field("instructedOn", "批示日期", instruction.on() == null ? null : ChineseTime.of(instruction.on()));
        }
        if (complaint.channel() == Channel.VISIT) {
            visit(complaint.visit() == null ? Visit.OF_ONE : complaint.visit());
        }
    }

    private void visit(Visit visit) {
        variables.putValueTyped(
                "visitors", org.camunda.bpm.engine.variable.Variables.longValue((long) visit.people(), true));
        String people = String.valueOf(visit.people());
        draft.particular("visitors", "来访人数", people, people);
        routing("evidence", "证据材料", visit.brought());
        entry("evidenceList", "证据清单", visit.evidenceList());
    }

    private void firstContact(@Nullable OnTheSpot answered) {
        variables.putValue(Variables.FIRST_CONTACT, answered == null ? FirstContact.REPORTED : FirstContact.ANSWERED);
        if (answered != null) {
            draft.field(Variables.FIRST_CONTACT, "处理方式", "当场答复");
            entry(Variables.SPOT_ANSWER, "当场答复内容", answered.answer());
            pass("spotSatisfaction", answered.satisfaction().code());
            draft.field("spotSatisfaction", "投诉人意见", answered.satisfaction().label());
        }
    }

    private void routing(String key, String label, Labelled choice) {
        variables.putValue(key, choice.code());
        draft.particular(key, label, choice.code(), choice.label());
    }

    private void entry(String key, String label, @Nullable String value) {
        pass(key, value);
        draft.field(key, label, value);
    }

    private void personal(String key, String label, @Nullable String value) {
        if (value != null) {
            draft.personal(key, label, COMPLAINANT);
        }
    }

    /** A value that the engine does not store. */
    private void pass(String key, @Nullable String value) {
        variables.putValueTyped(key, org.camunda.bpm.engine.variable.Variables.stringValue(value, true));
    }
}
