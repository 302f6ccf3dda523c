package dev.whistle.procedure.complaint;

import dev.whistle.procedure.complaint.ComplaintProcess.Acceptance;
import dev.whistle.procedure.complaint.ComplaintProcess.AnswerWay;
import dev.whistle.procedure.complaint.ComplaintProcess.Category;
import dev.whistle.procedure.complaint.ComplaintProcess.FirstContact;
import dev.whistle.procedure.complaint.ComplaintProcess.LimitTold;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import dev.whistle.procedure.followup.FollowUpProcess.Satisfaction;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What people enter in the forms of the complaint procedure. */
public final class ComplaintStory {

    public static final String NAME = "欧阳静怡";
    public static final String PHONE = "13955312877";
    public static final String ADDRESS = "湾里街道云锦苑7栋301室";

    private ComplaintStory() {}

    /** A call: its matter is about parking, in a place that no company manages. */
    public static Map<String, Object> call(String receivedAt) {
        Map<String, Object> form = received("phone", receivedAt);
        form.put(Variables.CALLER_NAME, NAME);
        form.put(Variables.CALLER_PHONE, PHONE);
        form.put(Variables.CALLER_ADDRESS, ADDRESS);
        form.put(Variables.FIRST_CONTACT, FirstContact.REPORTED);
        return form;
    }

    public static Map<String, Object> answeredCall(String receivedAt) {
        Map<String, Object> form = call(receivedAt);
        form.put(Variables.FIRST_CONTACT, FirstContact.ANSWERED);
        form.put(Variables.SPOT_ANSWER, "已告知收费标准公示位置,来电人表示清楚。");
        form.put(Variables.SATISFACTION, "satisfied");
        return form;
    }

    /** Three people with photographs in their hands. */
    public static Map<String, Object> visit(String receivedAt) {
        Map<String, Object> form = call(receivedAt);
        form.put(Variables.CHANNEL, "visit");
        form.put(Variables.VISITORS, 3);
        form.put(Variables.EVIDENCE, "given");
        form.put(Variables.EVIDENCE_LIST, "现场照片4张、书面材料1份");
        return form;
    }

    public static Map<String, Object> web(String receivedAt) {
        Map<String, Object> form = received("web", receivedAt);
        form.put(Variables.PLATFORM, "区政府网站留言板");
        form.put(Variables.EXTERNAL_NO, "WL-0917");
        form.put(Variables.CALLER_NAME, NAME);
        form.put(Variables.CALLER_PHONE, PHONE);
        return form;
    }

    public static Map<String, Object> hotline(String receivedAt) {
        Map<String, Object> form = received("hotline", receivedAt);
        form.put(Variables.EXTERNAL_NO, "12345-20260910-0031");
        form.put(Variables.CALLER_NAME, NAME);
        form.put(Variables.CALLER_PHONE, PHONE);
        return form;
    }

    /** Nobody knows who wrote it. */
    public static Map<String, Object> opinion(String receivedAt) {
        Map<String, Object> form = received("opinion", receivedAt);
        form.put(Variables.PLATFORM, "本地论坛");
        form.put(Variables.LINK, "https://bbs.example.cn/thread-48213");
        form.put(Variables.PUBLICITY, "ordinary");
        return form;
    }

    public static Map<String, Object> instruction(String receivedAt) {
        Map<String, Object> form = received("instruction", receivedAt);
        form.put(Variables.LEADER, "副区长 周远");
        form.put(Variables.INSTRUCTED_ON, receivedAt.substring(0, "yyyy-MM-dd".length()));
        form.put(Variables.LEADER_WORDS, "请区住建局牵头核查，限期解决并报结果。");
        form.put(Variables.AUTHOR_NAME, NAME);
        form.put(Variables.AUTHOR_PHONE, PHONE);
        return form;
    }

    private static Map<String, Object> received(String channel, String receivedAt) {
        Map<String, Object> form = new HashMap<>();
        form.put(Variables.CHANNEL, channel);
        form.put(Variables.RECEIVED_AT, receivedAt);
        form.put(Variables.PLACE, "湾里街道滨江路老菜场东侧");
        form.put(Variables.MATTER_KIND, "parking");
        form.put(Variables.MATTER, "消防通道被堵");
        form.put(Variables.DETAILS, "三辆面包车长期停在消防通道上,物业收费不管。");
        form.put(Variables.WEIGHT, "ordinary");
        form.put(Variables.EVIDENCE, null);
        form.put(Variables.FIRST_CONTACT, null);
        return form;
    }

    /** The same in a compound that a company manages. */
    public static Map<String, Object> in(String compound, Map<String, Object> form) {
        form.remove(Variables.PLACE);
        form.put(Variables.COMPOUND, compound);
        return form;
    }

    public static Map<String, Object> signed(String unit) {
        return signed(unit, LimitTold.MESSAGE);
    }

    /** Signed for as a matter of service, which the table does not suggest where no company is at work. */
    public static Map<String, Object> signed(String unit, String limitTold) {
        Map<String, Object> form = signedAs(Category.SERVICE, unit);
        form.put(Variables.CATEGORY_REASON, "道路由物业公司代管，属于服务不到位。");
        form.put(Variables.LIMIT_TOLD, limitTold);
        return form;
    }

    /** The same, with the kind of violation that the kind of matter does not tell. */
    public static Map<String, Object> ofKind(String violation, Map<String, Object> form) {
        form.put("violationKind", violation);
        return form;
    }

    /** Signed for as what the table suggests. */
    public static Map<String, Object> signedAs(String category, String unit) {
        Map<String, Object> form = new HashMap<>(Map.of(
                Variables.ACCEPTANCE,
                Acceptance.ACCEPTED,
                Variables.CATEGORY,
                category,
                Variables.HANDLING_UNIT,
                unit,
                Variables.LIMIT_TOLD,
                LimitTold.MESSAGE,
                "opinion",
                "请尽快到现场核实。"));
        form.put(Variables.REPEAT_OF, null);
        return form;
    }

    /** Dispatched by the hotline office, which knows whose duty it is. */
    public static Map<String, Object> dispatched(String unit) {
        Map<String, Object> form = signed(unit);
        form.put(Variables.DUTY, "clear");
        return form;
    }

    /** The same where nobody is known who would have to be told. */
    public static Map<String, Object> tellingNobody(Map<String, Object> form) {
        form.put(Variables.LIMIT_TOLD, null);
        return form;
    }

    public static Map<String, Object> declined() {
        return new HashMap<>(Map.of(
                Variables.ACCEPTANCE,
                Acceptance.DECLINED,
                Variables.DECLINE_REASON,
                "属于住房公积金业务。",
                Variables.WHERE_TO_GO,
                "请向市住房公积金管理中心反映，电话12329"));
    }

    public static Map<String, Object> merged(String into) {
        return new HashMap<>(Map.of(Variables.ACCEPTANCE, Acceptance.MERGED, Variables.MERGE_INTO, into));
    }

    public static Map<String, Object> investigated(String day) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "investigators",
                "王建国、李敏",
                "visitedOn",
                day,
                "findings",
                "现场确有三辆车占用消防通道。",
                "measures",
                "已通知车主挪车,物业增设禁停标线。"));
        form.put(Variables.RECTIFICATION, null);
        return form;
    }

    /** The same, where a company is at work and nothing is asked of it. */
    public static Map<String, Object> investigatedAtCompany(String day, boolean rectification) {
        Map<String, Object> form = investigated(day);
        form.put(Variables.RECTIFICATION, rectification ? "ordered" : "none");
        if (rectification) {
            form.put(Variables.RECTIFICATION_DEMAND, "施划禁停标线，安排专人每日巡查并劝离车辆。");
        }
        return form;
    }

    public static Map<String, Object> answered() {
        return answered(AnswerWay.PHONE);
    }

    public static Map<String, Object> answered(String way) {
        return answered(way, "resolved", "owner");
    }

    public static Map<String, Object> answered(String way, String result, String cause) {
        return new HashMap<>(Map.of(
                Variables.ANSWER_WAY,
                way,
                Variables.ANSWER_RESULT,
                result,
                Variables.CAUSE,
                cause,
                "answer",
                "车辆已挪走，标线已施划，感谢监督。"));
    }

    /** Asked afterwards how content he is. */
    public static Map<String, Object> visited(String day, String satisfaction) {
        Map<String, Object> form =
                new HashMap<>(Map.of("visitedOn", day, "visitWay", "phone", Variables.SATISFACTION, satisfaction));
        if (Set.of(Satisfaction.DISSATISFIED, Satisfaction.UNREACHED).contains(satisfaction)) {
            form.put("visitReport", "傍晚又有车停回通道。");
        }
        return form;
    }

    public static Map<String, Object> explained() {
        return new HashMap<>(
                Map.of("delayCause", "departments", "delayExplanation", "等待交警部门确认车主身份。", "expectedOn", "2026-10-12"));
    }

    public static Map<String, Object> withdrawn() {
        return new HashMap<>(Map.of("withdrawalWay", "phone", "withdrawalReason", "车主已自行挪车，不再投诉。"));
    }
}
