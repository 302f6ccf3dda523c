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
import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as the start form of the procedure would have brought it: the same keys and words, what routes the case
 * stored by the engine, what cases are found by kept with the case, and everything else passing by on its way to the
 * case's file.
 */
final class ComplaintEntries {

    private static final String COMPLAINANT = PartyRole.COMPLAINANT.code();

    /** Fields of some channels only: hidden in the form, they are known to the model and empty. */
    private static final List<String> OF_SOME_CHANNELS = List.of(
            Variables.CALLER_NAME,
            Variables.CALLER_PHONE,
            Variables.CALLER_ADDRESS,
            Variables.AUTHOR_NAME,
            Variables.AUTHOR_PHONE,
            Variables.PLATFORM,
            Variables.LINK,
            Variables.PUBLICITY,
            Variables.LEADER,
            Variables.INSTRUCTED_ON,
            Variables.LEADER_WORDS,
            Variables.VISITORS,
            Variables.EVIDENCE_LIST,
            Variables.SPOT_ANSWER,
            Variables.SATISFACTION);

    private final VariableMap variables = org.camunda.bpm.engine.variable.Variables.createVariables();
    private final Submission.Draft draft = new Submission.Draft();

    /** @param compoundName the name of the compound of this id */
    ComplaintEntries(Complaint complaint, OffsetDateTime received, UnaryOperator<String> compoundName) {
        OF_SOME_CHANNELS.forEach(it -> pass(it, null));
        variables.putValue(Variables.EVIDENCE, null);
        routing(Variables.CHANNEL, "受理渠道", complaint.channel());
        ofItsChannel(complaint);
        entry(Variables.EXTERNAL_NO, "来件编号", complaint.externalNo());
        who(complaint.complainant(), complaint.channel().fromSomebody());
        pass(Variables.RECEIVED_AT, received.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        draft.field(Variables.RECEIVED_AT, "收到时间", ChineseTime.of(received));
        String compound = complaint.compoundId();
        pass(Variables.COMPOUND, compound);
        draft.field(Variables.COMPOUND, "小区", compound == null ? null : compoundName.apply(compound));
        entry(Variables.PLACE, "发生地点", complaint.address());
        routing(Variables.MATTER_KIND, "事由类别", complaint.about());
        entry(Variables.MATTER, "投诉事由", complaint.matter());
        entry(Variables.DETAILS, "详细情况", complaint.details());
        routing(Variables.WEIGHT, "重要程度", complaint.heaviness());
        firstContact(complaint.onTheSpot());
    }

    VariableMap variables() {
        return variables;
    }

    Submission submission() {
        return draft.done();
    }

    private void ofItsChannel(Complaint complaint) {
        Web web = complaint.web();
        if (web != null) {
            kept(Variables.PLATFORM, "投诉平台", web.platform(), web.platform());
        }
        Opinion opinion = complaint.opinion();
        if (opinion != null) {
            kept(Variables.PLATFORM, "投诉平台", opinion.platform(), opinion.platform());
            kept(Variables.LINK, "网址链接", opinion.link(), opinion.link());
            kept(Variables.PUBLICITY, "影响程度", opinion.publicity());
        }
        Instruction instruction = complaint.instruction();
        if (instruction != null) {
            kept(Variables.LEADER, "批示领导", instruction.leader(), instruction.leader());
            kept(Variables.INSTRUCTED_ON, "批示日期", instruction.on().toString(), ChineseTime.of(instruction.on()));
            kept(Variables.LEADER_WORDS, "批示内容", instruction.words(), instruction.words());
        }
        if (complaint.channel() == Channel.VISIT) {
            visit(complaint.visit() == null ? Visit.OF_ONE : complaint.visit());
        }
    }

    private void visit(Visit visit) {
        String people = String.valueOf(visit.people());
        kept(Variables.VISITORS, "来访人数", people, people);
        routing(Variables.EVIDENCE, "来访材料", visit.brought());
        entry(Variables.EVIDENCE_LIST, "材料清单", visit.evidenceList());
    }

    /** Somebody who put a page on the web or whom a leader's paper names is the complainant, under another label. */
    private void who(@Nullable Complainant who, boolean caller) {
        if (who == null) {
            return;
        }
        personal(caller ? Variables.CALLER_NAME : Variables.AUTHOR_NAME, caller ? "投诉人姓名" : "反映人姓名", who.name());
        personal(caller ? Variables.CALLER_PHONE : Variables.AUTHOR_PHONE, "联系电话", who.phone());
        personal(Variables.CALLER_ADDRESS, "单位或联系地址", who.address());
        draft.party(new PartyDetails(COMPLAINANT, who.name(), who.phone(), who.address()));
    }

    private void firstContact(@Nullable OnTheSpot answered) {
        variables.putValue(Variables.FIRST_CONTACT, answered == null ? FirstContact.REPORTED : FirstContact.ANSWERED);
        if (answered != null) {
            draft.field(Variables.FIRST_CONTACT, "处理方式", "当场答复");
            entry(Variables.SPOT_ANSWER, "当场答复内容", answered.answer());
            kept(Variables.SATISFACTION, "投诉人是否满意", answered.satisfaction());
        }
    }

    private void routing(String key, String label, Labelled choice) {
        variables.putValue(key, choice.code());
        draft.particular(key, label, choice.code(), choice.label());
    }

    private void kept(String key, String label, Labelled choice) {
        kept(key, label, choice.code(), choice.label());
    }

    private void kept(String key, String label, String code, String shown) {
        pass(key, code);
        draft.particular(key, label, code, shown);
    }

    private void entry(String key, String label, @Nullable String value) {
        pass(key, value);
        draft.field(key, label, value);
    }

    /** Stands on the timeline by the person's id; nothing of it reaches the engine. */
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
