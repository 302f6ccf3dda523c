package dev.whistle.procedure.complaint;

import dev.whistle.procedure.complaint.ComplaintProcess.AnswerWay;
import dev.whistle.procedure.complaint.ComplaintProcess.FirstContact;
import dev.whistle.procedure.complaint.ComplaintProcess.LimitTold;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import java.util.HashMap;
import java.util.Map;

/** What people enter in the forms of the complaint procedure. */
public final class ComplaintStory {

    public static final String NAME = "欧阳静怡";
    public static final String PHONE = "13955312877";
    public static final String ADDRESS = "湾里街道云锦苑7栋301室";

    private ComplaintStory() {}

    public static Map<String, Object> call(String receivedAt) {
        Map<String, Object> form = new HashMap<>();
        form.put(Variables.CHANNEL, "phone");
        form.put(Variables.CALLER_NAME, NAME);
        form.put(Variables.CALLER_PHONE, PHONE);
        form.put(Variables.CALLER_ADDRESS, ADDRESS);
        form.put(Variables.RECEIVED_AT, receivedAt);
        form.put(Variables.COMPOUND, null);
        form.put(Variables.PLACE, "湾里街道滨江路老菜场东侧");
        form.put(Variables.MATTER, "消防通道被堵");
        form.put(Variables.DETAILS, "三辆面包车长期停在消防通道上,物业收费不管。");
        form.put(Variables.FIRST_CONTACT, FirstContact.REPORTED);
        form.put(Variables.SPOT_ANSWER, null);
        return form;
    }

    public static Map<String, Object> answeredCall(String receivedAt) {
        Map<String, Object> form = call(receivedAt);
        form.put(Variables.FIRST_CONTACT, FirstContact.ANSWERED);
        form.put(Variables.SPOT_ANSWER, "已告知收费标准公示位置,来电人表示清楚。");
        return form;
    }

    public static Map<String, Object> signed(String unit) {
        return signed(unit, LimitTold.MESSAGE);
    }

    public static Map<String, Object> signed(String unit, String limitTold) {
        return new HashMap<>(
                Map.of(Variables.HANDLING_UNIT, unit, Variables.LIMIT_TOLD, limitTold, "opinion", "请尽快到现场核实。"));
    }

    public static Map<String, Object> investigated(String day) {
        return new HashMap<>(Map.of(
                "investigators",
                "王建国、李敏",
                "visitedOn",
                day,
                "findings",
                "现场确有三辆车占用消防通道。",
                "measures",
                "已通知车主挪车,物业增设禁停标线。"));
    }

    public static Map<String, Object> answered() {
        return answered(AnswerWay.PHONE);
    }

    public static Map<String, Object> answered(String way) {
        return new HashMap<>(Map.of(Variables.ANSWER_WAY, way, "answer", "车辆已挪走，标线已施划，感谢监督。"));
    }
}
