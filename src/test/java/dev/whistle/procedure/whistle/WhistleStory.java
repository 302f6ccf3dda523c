package dev.whistle.procedure.whistle;

import dev.whistle.casefile.Attachments;
import dev.whistle.document.LetterStory;
import dev.whistle.procedure.letter.LetterProcess;
import dev.whistle.procedure.penalty.PenaltyProcess;
import dev.whistle.procedure.streetwhistle.StreetWhistleProcess;
import dev.whistle.procedure.whistle.WhistleProcess.ReportIn;
import dev.whistle.procedure.whistle.WhistleProcess.Tasks;
import dev.whistle.procedure.whistle.WhistleProcess.Variables;
import dev.whistle.testing.Desk;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What officers do when a whistle is blown, by the names of the demo district's officers. */
@Component
public class WhistleStory {

    /** In the built-up area, in the street of 湾里. */
    public static final String INSIDE = "compound-05";

    /** Outside, in the street of 裕溪口. */
    public static final String OUTSIDE = "compound-14";

    private final Desk desk;
    private final Attachments files;

    WhistleStory(Desk desk, Attachments files) {
        this.desk = desk;
        this.files = files;
    }

    /** The start form of a street's own whistle. */
    public static Map<String, Object> registered(String kind, @Nullable String compound, String receivedAt) {
        Map<String, Object> form = new HashMap<>(Map.of(
                StreetWhistleProcess.Variables.SOURCE,
                "own-finding",
                StreetWhistleProcess.Variables.RECEIVED_AT,
                receivedAt,
                StreetWhistleProcess.Variables.VIOLATION_KIND,
                kind,
                StreetWhistleProcess.Variables.MATTER,
                "楼顶正在搭建阳光房",
                StreetWhistleProcess.Variables.CONTINUING,
                "yes"));
        form.put("externalNo", null);
        form.put("details", null);
        form.put(StreetWhistleProcess.Variables.COMPOUND, compound);
        form.put(StreetWhistleProcess.Variables.PLACE, compound == null ? "滨江路老菜场东侧" : null);
        form.put(StreetWhistleProcess.Variables.AREA, compound == null ? "in" : null);
        return form;
    }

    String blown(String user, Map<String, Object> form) {
        return desk.starts(user, StreetWhistleProcess.ID, form);
    }

    /** The blower has no objection to what the table proposes, or names another unit. */
    public static Map<String, Object> referred(String lead, String... others) {
        Map<String, Object> form = new HashMap<>();
        form.put(Variables.LEAD, lead);
        form.put(Variables.REFER_REASON, null);
        form.put("area", null);
        for (int row = 0; row < WhistleFacts.ROWS; row++) {
            form.put("coUnit" + (row + 1), row < others.length ? others[row] : null);
        }
        return form;
    }

    public static Map<String, Object> signed() {
        Map<String, Object> form = new HashMap<>(Map.of(Variables.REPORT_IN, ReportIn.SIGNED, "handler", "邹强（执法中队长）"));
        form.put(Variables.RETURN_REASON, null);
        form.put("dutyOf", null);
        return form;
    }

    public static Map<String, Object> returned(String reason) {
        return new HashMap<>(
                Map.of(Variables.REPORT_IN, ReportIn.RETURNED, Variables.RETURN_REASON, reason, "dutyOf", "请交有关部门"));
    }

    public void signs(String user, String caseNo) {
        desk.does(user, caseNo, Tasks.REPORT_IN, signed());
    }

    void returns(String user, String caseNo, String reason) {
        desk.does(user, caseNo, Tasks.REPORT_IN, returned(reason));
    }

    /** The district office gives it to a unit. */
    void rules(String caseNo, String unit) {
        desk.does(
                "district",
                caseNo,
                "userTask_ruleDuty",
                new HashMap<>(Map.of("dutyRuling", "unit", "handlingUnit", unit, "dutyOpinion", "经会商，由该单位办理。")));
    }

    static Map<String, Object> investigated(String day, String violation) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "investigators", "邹强、李敏", "visitedOn", day, "findings", "现场检查，事实清楚。", Variables.VIOLATION, violation));
        return form;
    }

    /** Found, and put right. */
    public static Map<String, Object> rectified(String day) {
        Map<String, Object> form = investigated(day, "found");
        form.put(Variables.HANDLED_BY, "rectified");
        form.put("measures", "当场责令改正，已经改正。");
        return form;
    }

    static Map<String, Object> toPenalty(String day, @Nullable String by) {
        Map<String, Object> form = rectified(day);
        form.put(Variables.HANDLED_BY, "penalty");
        form.put("measures", "已经固定证据，需要处罚。");
        form.put(Variables.PENALTY_UNIT, by);
        return form;
    }

    public void handles(String user, String caseNo, Map<String, Object> form) {
        desk.does(user, caseNo, Tasks.HANDLE, form);
    }

    static Map<String, Object> assisted(String day) {
        return new HashMap<>(
                Map.of("assistants", "周海", "assistedOn", day, "assistance", "done", "assistReport", "已经认定，出具意见一份。"));
    }

    public void checks(String user, String caseNo, boolean confirmed, String day) {
        desk.does(user, caseNo, Tasks.CHECK, checked(confirmed, day));
    }

    public static Map<String, Object> checked(boolean confirmed, String day) {
        return new HashMap<>(Map.of(
                "checkers",
                "孙倩",
                "checkedOn",
                day,
                Variables.CONFIRMED,
                confirmed ? "yes" : "no",
                "checkOpinion",
                confirmed ? "已经拆除，现场清理完毕。" : "框架仍在，没有拆除。"));
    }

    /** Puts the two papers on the case and makes up the package with them. */
    void packs(String user, String caseNo) {
        desk.does(user, caseNo, PenaltyProcess.Tasks.PACKAGE, packed(caseNo));
    }

    /** The package of a case that has its two papers by now. */
    public Map<String, Object> packed(String caseNo) {
        return packed(paper(caseNo, "现场检查记录.txt"), paper(caseNo, "鉴定意见.txt"));
    }

    private String paper(String caseNo, String name) {
        return files.add(caseNo, name, name.getBytes(StandardCharsets.UTF_8)).id();
    }

    /** A package whose papers are these files. */
    public static Map<String, Object> packed(@Nullable String caseSource, @Nullable String evidence) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "facts", "擅自拆除承重墙一处，长2.4米。",
                "caseSource", "现场检查记录1份、投诉登记表1份",
                "evidence", "照片12张、鉴定意见1份",
                "legalBasis", "《住宅室内装饰装修管理办法》第三十三条",
                "proposal", "责令恢复原状，并处罚款"));
        form.put("caseSourceFile", caseSource);
        form.put("evidenceFile", evidence);
        return form;
    }

    /** The lead signs the letter, it is handed over. */
    void handsOver(String lead, String officer, String caseNo, String day) {
        Map<String, Object> form =
                new HashMap<>(Map.of(LetterProcess.Variables.DECISION, LetterProcess.Decision.SIGNED));
        form.put(LetterProcess.Variables.REMARK, null);
        desk.does(lead, caseNo, LetterProcess.Tasks.SIGN, form);
        desk.does(officer, caseNo, LetterProcess.Tasks.SERVE, LetterStory.served(day, true));
    }

    void receives(String user, String caseNo) {
        desk.does(user, caseNo, PenaltyProcess.Tasks.RECEIVE, received());
    }

    public static Map<String, Object> received() {
        Map<String, Object> form = new HashMap<>(Map.of("received", "complete", "receiver", "钱进"));
        form.put("lacking", null);
        return form;
    }

    void files(String user, String caseNo, String day) {
        desk.does(user, caseNo, PenaltyProcess.Tasks.FILE, filed(day));
    }

    public static Map<String, Object> filed(String day) {
        Map<String, Object> form =
                new HashMap<>(Map.of("filing", "filed", "filingNo", "鸠城管立〔2026〕31号", "filedOn", day));
        form.put("notFiledReason", null);
        return form;
    }

    void decides(String user, String caseNo, String decision, String day) {
        desk.does(user, caseNo, PenaltyProcess.Tasks.DECIDE, decided(decision, day));
    }

    public static Map<String, Object> decided(String decision, String day) {
        Map<String, Object> form =
                new HashMap<>(Map.of("penaltyDecision", decision, "decidedOn", day, "decisionWords", "责令限期改正，罚款五千元。"));
        form.put("decisionNo", decision.equals("withdrawn") ? null : "鸠城管罚决〔2026〕18号");
        form.put("fine", decision.equals("penalty") ? 5000 : null);
        return form;
    }
}
