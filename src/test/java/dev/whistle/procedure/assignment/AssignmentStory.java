package dev.whistle.procedure.assignment;

import dev.whistle.procedure.assignment.AssignmentProcess.CheckResult;
import dev.whistle.procedure.assignment.AssignmentProcess.Variables;
import java.util.HashMap;
import java.util.Map;

/** What people enter in the forms of the assignment procedure. */
public final class AssignmentStory {

    public static final String TASK = "对辖区小区消防通道逐一排查，清理占用车辆并施划禁停标线。";

    private AssignmentStory() {}

    /** A form of dispatch, and no unit yet. */
    public static Map<String, Object> dispatched(String source, String orderedAt) {
        return new HashMap<>(Map.of(
                Variables.SOURCE,
                source,
                Variables.LEADER,
                "姜敏（办公室主任）",
                Variables.HELD_ON,
                orderedAt.substring(0, "yyyy-MM-dd".length()),
                "orderedAt",
                orderedAt,
                Variables.MATTER,
                "消防通道集中整治",
                Variables.ON_SITE,
                "not-needed"));
    }

    /** The same with a row more. */
    public static Map<String, Object> with(Map<String, Object> form, int row, String unit, String due) {
        form.put(Variables.ORDER_UNIT + row, unit);
        form.put(Variables.ORDER_TASK + row, TASK);
        form.put(Variables.ORDER_DUE + row, due);
        return form;
    }

    public static Map<String, Object> signedFor() {
        return new HashMap<>(Map.of("handler", "谭红霞（城管办副主任）"));
    }

    public static Map<String, Object> reported(String day) {
        return new HashMap<>(Map.of(
                "reportResult",
                "complete",
                "reportedOn",
                day,
                "report",
                "排查小区12个，清理占用通道车辆31辆，施划标线1.2公里。",
                "evidence",
                "整治前后照片24张。"));
    }

    /** The office has looked at the papers and is content. */
    public static Map<String, Object> passed() {
        return new HashMap<>(Map.of(
                "checkWay", "papers", Variables.CHECK_RESULT, CheckResult.PASSED, "checkOpinion", "材料齐全，与报告相符。"));
    }

    /** It is to be done again by then. */
    public static Map<String, Object> again(String result, String until) {
        Map<String, Object> form = passed();
        form.put(Variables.CHECK_RESULT, result);
        form.put("checkOpinion", "望桥华庭北门通道仍有占用，请继续清理。");
        form.put(Variables.REWORK_UNTIL, until);
        return form;
    }

    public static Map<String, Object> cancelled(String day) {
        return new HashMap<>(Map.of("cancelledBy", "姜敏（办公室主任）", "cancelledOn", day, "cancelReason", "由区消防救援大队统一组织整治。"));
    }
}
