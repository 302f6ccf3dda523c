package dev.whistle.procedure.escalation;

import dev.whistle.document.LetterStory;
import dev.whistle.procedure.escalation.EscalationProcess.Tasks;
import dev.whistle.procedure.escalation.EscalationProcess.Variables;
import dev.whistle.procedure.letter.LetterProcess;
import dev.whistle.procedure.sanction.SanctionProcess;
import dev.whistle.testing.Desk;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What officers do in an escalation, by the names of the demo district's officers. */
@Component
public class EscalationStory {

    static final String OFFICE = "district";
    static final String LEAD = "district-lead";
    static final String DUTY = "在规定的期限内调查处理并答复投诉人";

    private final Desk desk;
    private final JdbcTemplate db;

    EscalationStory(Desk desk, JdbcTemplate db) {
        this.desk = desk;
        this.db = db;
    }

    /** The start form: a unit that missed the duty of a case. */
    public static Map<String, Object> missed(String matter, String unit, String source, String happened) {
        Map<String, Object> form = new HashMap<>(Map.of(
                Variables.SOURCE,
                source,
                Variables.MATTER,
                matter,
                "partyType",
                "unit",
                Variables.UNIT,
                unit,
                Variables.DUTY,
                DUTY,
                Variables.CLAUSE,
                "JJ.A7.3.7",
                Variables.HAPPENED,
                happened,
                "reportedAt",
                "2026-09-10T09:40:00+08:00",
                "factsFound",
                "逾期三天仍没有答复投诉人。"));
        form.put(Variables.OCCASION, null);
        form.put(Variables.WANTED_RUNG, null);
        return form;
    }

    public String reported(Map<String, Object> form) {
        return desk.starts(OFFICE, EscalationProcess.ID, form);
    }

    /** The escalation that is open for a case. */
    public String of(String matter) {
        return db.queryForObject(
                "select case_no from whistle.case_file where parent_case = ? and procedure = 'escalation' and closed_at is null",
                String.class,
                matter);
    }

    /** The lead signs the letter, the office serves it. */
    public void isServed(String caseNo, String day) {
        signs(caseNo, LetterProcess.Decision.SIGNED);
        desk.does(OFFICE, caseNo, LetterProcess.Tasks.SERVE, LetterStory.served(day, true));
    }

    /** The lead decides that the letter is not sent. */
    void withdraws(String caseNo, String remark) {
        desk.does(
                LEAD,
                caseNo,
                LetterProcess.Tasks.SIGN,
                new HashMap<>(Map.of(
                        LetterProcess.Variables.DECISION,
                        LetterProcess.Decision.WITHDRAWN,
                        LetterProcess.Variables.REMARK,
                        remark)));
    }

    void signs(String caseNo, String decision) {
        Map<String, Object> form = new HashMap<>(Map.of(LetterProcess.Variables.DECISION, decision));
        form.put(LetterProcess.Variables.REMARK, null);
        desk.does(LEAD, caseNo, LetterProcess.Tasks.SIGN, form);
    }

    public void rectifies(String user, String caseNo, String day) {
        desk.does(
                user,
                caseNo,
                SanctionProcess.Tasks.RECTIFY,
                new HashMap<>(
                        Map.of("rectifyResult", "done", "rectifiedOn", day, "rectifyReport", "已答复投诉人，并完善了值班制度。")));
    }

    public void checks(String caseNo, String result, String day) {
        desk.does(
                OFFICE,
                caseNo,
                SanctionProcess.Tasks.CHECK,
                new HashMap<>(Map.of(
                        "checkers", "崔慧", "checkedOn", day, "rectified", result, "checkReport", "查看了答复记录和现场照片。")));
    }

    public void assesses(String caseNo, String happened) {
        desk.does(
                OFFICE,
                caseNo,
                Tasks.ASSESS,
                new HashMap<>(Map.of(Variables.HAPPENED, happened, "assessment", "调阅办理记录，听取了双方说明。")));
    }

    void refers(String caseNo, String whereTo) {
        Map<String, Object> form = new HashMap<>(Map.of("referral", whereTo, "referralNote", "事故影响较大，已函告所在镇街启动相应程序。"));
        if (whereTo.equals("company-exit")) {
            form.put("exitCompound", "compound-05");
        }
        desk.does(OFFICE, caseNo, Tasks.REFER, form);
    }

    public void interviews(String caseNo, String day) {
        desk.does(
                OFFICE,
                caseNo,
                Tasks.INTERVIEW,
                new HashMap<>(Map.of(
                        "interviewedOn",
                        day,
                        "interviewers",
                        "姜敏",
                        "interviewed",
                        "单位主要负责人",
                        "interviewRecord",
                        "要求限期整改。")));
    }

    public void accounts(String caseNo, String day) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "accountableFor", "unit", "accountedOn", day, "misconduct", "none", "accountReason", "多次通报仍不整改。"));
        form.put("accountNo", null);
        desk.does("discipline", caseNo, Tasks.ACCOUNT, form);
    }
}
