package dev.whistle.demo;

import dev.whistle.casefile.CaseFile;
import dev.whistle.demo.Story.Rung;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What officers enter in a task's form. A value for which the form has no field is left out by whoever hands it in.
 *
 * @param known what the procedure routes by
 * @param today the day on which it is entered
 */
record Entries(Story story, CaseFile file, Known known, LocalDate today, ServedForm form) {

    /**
     * What is known of the case.
     *
     * @param kind the kind of matter; null in a case that is no complaint
     * @param suggested the category that the table suggests; null before there is one
     * @param rung the measure that has been taken; null where none is being carried out
     */
    record Known(
            @Nullable String kind,
            @Nullable String suggested,
            @Nullable Rung rung) {}

    /** Departments by what they watch over (JJ.A3.2). */
    private static final Map<String, String> DEPARTMENTS = Map.of(
            "fire-lane", "dept-fire",
            "illegal-construction", "dept-urban-management",
            "shared-parts", "dept-urban-management",
            "load-bearing", "dept-housing",
            "environment", "dept-ecology",
            "lifts-prices", "dept-market",
            "public-order", "dept-police");

    /**
     * What is entered for a task.
     *
     * @throws IllegalStateException if nobody has said what to enter there
     */
    Map<String, Object> of(String task) {
        return switch (task) {
            case "userTask_keepEvidence" -> Map.of("evidenceKept", "材料已逐件核对、编号，扫描件存入附件。");
            case "userTask_noteReported" -> Map.of("opinion", "已阅，请按规定办理并跟踪结果。");
            case "userTask_signFor", "userTask_dispatch" -> decided();
            case "userTask_ruleDuty" -> ruled();
            case "userTask_nameUnit" ->
                Map.of(
                        "namingLeader",
                        "区政府分管领导",
                        "namedOn",
                        today.toString(),
                        "namingWords",
                        "请该单位牵头办理，其他单位配合。",
                        "handlingUnit",
                        unit());
            case "userTask_investigate" -> investigated();
            case "userTask_refer" -> referred();
            case "userTask_reportIn" -> reportedIn();
            case "userTask_handleViolation" -> violation();
            case "userTask_assist", "userTask_assistPolice" ->
                Map.of(
                        "assistants",
                        officers(),
                        "assistedOn",
                        today.toString(),
                        "assistance",
                        "done",
                        "assistReport",
                        "已到现场协同办理，认定意见已交牵头部门。");
            case "userTask_check" -> known.rung() == null ? checkedOnSite() : checked(known.rung());
            case "userTask_package" ->
                Map.of(
                        "facts", "经现场检查，违法事实清楚。",
                        "caseSource", "现场检查记录1份、投诉登记表1份",
                        "caseSourceFile", form.options("caseSourceFile").get(0),
                        "evidence", "现场照片8张、询问笔录2份",
                        "evidenceFile", form.options("evidenceFile").get(1),
                        "legalBasis", "《安徽省物业管理条例》第七十四条",
                        "proposal", "建议责令限期改正，并处罚款");
            case "userTask_receive" -> Map.of("received", "complete", "receiver", officers());
            case "userTask_file" ->
                Map.of(
                        "filing", "filed",
                        "filingNo", "鸠执立〔%d〕%d号".formatted(today.getYear(), story.number()),
                        "filedOn", today.toString());
            case "userTask_decide" ->
                Map.of(
                        "penaltyDecision",
                        "penalty",
                        "decisionNo",
                        "鸠执罚决〔%d〕%d号".formatted(today.getYear(), story.number()),
                        "decidedOn",
                        today.toString(),
                        "fine",
                        2000,
                        "decisionWords",
                        "责令限期改正，罚款二千元。");
            case "userTask_answerDecision" ->
                Map.of("decisionWay", "phone", "decisionAnswer", "案件已经办结，依法作出处罚决定，责令限期改正。");
            case "userTask_mediate" -> mediated();
            case "userTask_rectify" ->
                Map.of(
                        "rectifyResult", "done",
                        "rectifiedOn", today.toString(),
                        "rectifyReport", story.one("已整改到位，安排专人每日检查。", "已完成维修并试用正常。", "已清理完毕，增派人手并公示责任人。"));
            case "userTask_checkRectification" ->
                Map.of(
                        "checkers",
                        officers(),
                        "checkedOn",
                        today.toString(),
                        "checkResult",
                        "done",
                        "checkReport",
                        "现场复查，整改内容属实。");
            case "userTask_answer" -> answered();
            case "userTask_signLetter" -> Map.of("decision", "signed");
            case "userTask_correctLetter" -> Map.of("correction", "regenerate");
            case "userTask_serveLetter" ->
                Map.of("servedHow", "in-person", "servedOn", today.toString(), "acknowledged", true);
            case "userTask_explain" ->
                Map.of(
                        "delayCause", "departments",
                        "delayExplanation", "涉及多个单位会商，现场核实用时较长，已明确专人跟进。",
                        "expectedOn", today.plusDays(10).toString());
            case "userTask_forecast" -> forecast();
            case "userTask_decideExtension" -> Map.of("extension", "granted", "extensionReason", "情况属实，同意延长。");
            case "userTask_visit" -> visited();
            case "userTask_review" -> reviewed();
            case "userTask_redo" ->
                Map.of(
                        "redoers", officers(),
                        "redoneOn", today.toString(),
                        "redoReport", "已按复核意见重新到现场办理，问题已解决。");
            case "userTask_answerReview" ->
                Map.of(
                        "answerWay", "phone",
                        "answerResult", "resolved",
                        "reviewAnswer", "经复核，" + story.one("处理结果适当，已再次说明。", "已责成重新办理，问题已解决。"),
                        "satisfaction", "basic");
            case "userTask_assess" ->
                Map.of(
                        "happened",
                        story.shirked() ? "shirked" : "no-fault",
                        "assessment",
                        story.shirked() ? "调阅办理记录，该单位多次推说不归自己管，没有到现场。" : "调阅办理记录，检测机构出具结论较晚，该单位没有拖延。");
            case "userTask_interview" ->
                Map.of(
                        "interviewedOn", today.toString(),
                        "interviewers", "区办公室负责人、区纪委监委有关同志",
                        "interviewed", "该单位主要负责人",
                        "interviewRecord", "指出了问题，要求立即整改，主要负责人作了表态。");
            case "userTask_account" ->
                Map.of(
                        "accountableFor", "unit",
                        "accountedOn", today.toString(),
                        "misconduct", "none",
                        "accountReason", "经通报仍不整改，责成该单位作出书面检查，在全区范围内通报批评。");
            default -> throw new IllegalStateException("nobody knows what to enter for " + task);
        };
    }

    /** A complaint that came back: how it is withdrawn. */
    static Map<String, Object> withdrawal() {
        return Map.of("withdrawalWay", "phone", "withdrawalReason", "问题已自行协商解决，不再投诉。");
    }

    private Map<String, Object> decided() {
        List<String> open = form.options("mergeInto");
        if (story.mergesIfItCan() && !open.isEmpty()) {
            return Map.of("acceptance", "merged", "mergeInto", open.get(0));
        }
        if (story.declined()) {
            return Map.of(
                    "acceptance", "declined",
                    "declineReason", "所反映事项已进入诉讼程序，不属于投诉受理范围。",
                    "whereToGo", "请向受理该案的人民法院反映");
        }
        Map<String, Object> entered = new HashMap<>(Map.of(
                "acceptance",
                "accepted",
                "category",
                String.valueOf(known.suggested()),
                "opinion",
                story.one("请尽快到现场核实，按期答复。", "请查明情况，依规处理。", "请主动联系投诉人。")));
        if (form.shows("complainantShown")) { // else there is nobody to be told
            entered.put("limitTold", story.noticeByLetter() ? "letter" : "message");
        }
        List<String> similar = form.options("repeatOf");
        if (!similar.isEmpty()) {
            entered.put("repeatOf", similar.get(0));
        }
        // What belongs to nobody is the district office's, and nobody has to be named.
        if (!"other".equals(known.suggested())) {
            boolean unclear = story.dutyUnclear() && form.has("duty");
            entered.put("duty", unclear ? "unclear" : "clear");
            if (!unclear) {
                entered.put("handlingUnit", form.first("proposedUnit").orElseGet(this::unit));
            }
        }
        return entered;
    }

    private Map<String, Object> ruled() {
        return story.dutyForLeader()
                ? Map.of("dutyRuling", "leader", "dutyOpinion", "两家单位意见不一，报区领导指定。")
                : Map.of("dutyRuling", "unit", "handlingUnit", unit(), "dutyOpinion", "经与有关单位会商，由该单位承办。");
    }

    private Map<String, Object> investigated() {
        Map<String, Object> entered = new HashMap<>(Map.of(
                "investigators", officers(),
                "visitedOn", today.toString(),
                "findings", story.one("现场情况与反映一致。", "部分属实，已拍照取证。", "情况属实，系管理不到位所致。", "已走访左右邻居核实，情况属实。"),
                "measures", story.one("已要求物业限期整改。", "已约谈项目经理。", "已现场协调，双方同意按方案处理。")));
        if (file.company() != null) {
            boolean ordered = story.number() % 4 != 0;
            entered.put("rectification", ordered ? "ordered" : "none");
            if (ordered) {
                entered.put("rectificationDemand", "请在规定时间内整改到位，并书面报告结果。");
            }
        }
        return entered;
    }

    private Map<String, Object> violation() {
        boolean found = story.number() % 3 != 0;
        Map<String, Object> entered = new HashMap<>(Map.of(
                "investigators",
                officers(),
                "visitedOn",
                today.toString(),
                "findings",
                found ? "经现场检查，违法行为属实。" : "经现场检查，未发现违法行为。",
                "violation",
                found ? "found" : "none"));
        if (found) {
            boolean penalty = story.penalty();
            entered.put("handledBy", penalty ? "penalty" : "rectified");
            if (penalty && !form.shows("movedShown")) {
                entered.put("penaltyUnit", form.first("penaltyUnit").orElseThrow());
            }
            entered.put("measures", story.one("已下达责令改正通知书。", "已当场清理并教育当事人。", "已责令恢复原状。"));
        }
        if (form.shows("notReportedShown")) {
            entered.put("withoutOthers", "事实清楚，先行处理，认定意见随后补充。");
        }
        return entered;
    }

    /** Where a department has handed it back, the street gives it to it again and says why. */
    private Map<String, Object> referred() {
        return Map.of("lead", form.first("lead").orElseGet(this::unit), "referReason", "按职责分工仍属该部门职责，请签收办理。");
    }

    private Map<String, Object> reportedIn() {
        boolean returnedBefore =
                form.first("referralsShown").filter(it -> it.contains("已退回")).isPresent();
        if (story.returned() && !returnedBefore && !form.shows("boundShown")) {
            return Map.of("reportIn", "returned", "returnReason", "现场情况不属于本部门职责，建议由街道核实后再定。");
        }
        Map<String, Object> entered = new HashMap<>(Map.of("handler", officers()));
        if (!form.shows("boundShown")) {
            entered.put("reportIn", "signed");
        }
        return entered;
    }

    private Map<String, Object> mediated() {
        return Map.of(
                "mediators",
                officers(),
                "mediatedOn",
                today.toString(),
                "findings",
                "已分别听取双方意见，查看现场和有关凭证。",
                "mediationResult",
                story.number() % 5 == 0 ? "unsettled" : "settled",
                "mediationReport",
                "双方意见已记入笔录。");
    }

    private Map<String, Object> checkedOnSite() {
        return Map.of(
                "checkers",
                officers(),
                "checkedOn",
                today.toString(),
                "confirmed",
                "yes",
                "checkOpinion",
                "现场核实，处理情况属实。");
    }

    private Map<String, Object> checked(Rung rung) {
        boolean right = story.putsRight(rung);
        return Map.of(
                "checkers",
                officers(),
                "checkedOn",
                today.toString(),
                "rectified",
                right ? "done" : "failed",
                "checkReport",
                right ? "查看了答复记录和值班安排，已整改到位。" : "只有书面说明，仍没有落实到人，没有整改到位。");
    }

    private Map<String, Object> answered() {
        return Map.of(
                "answerWay",
                way(),
                "answerResult",
                story.answerResult(),
                "cause",
                story.answerResult().equals("explained") ? "owner" : story.one("company", "owner", "other"),
                "answer",
                story.answerResult().equals("unresolved")
                        ? "已核实情况，正在协调有关单位，尚需一段时间。"
                        : story.one("问题已处理完毕，欢迎继续监督。", "已整改到位，感谢反映。", "已核实并说明政策依据。"));
    }

    private String way() {
        if ("opinion".equals(file.source())) {
            return "public";
        }
        return form.options("answerWay").contains(story.answerWay()) ? story.answerWay() : "phone";
    }

    private Map<String, Object> forecast() {
        return story.extended()
                ? Map.of("forecast", "extension", "progress", "需请专业机构鉴定。", "extensionDays", 3)
                : Map.of("forecast", "onTime", "progress", "已到现场核实，正在处理。");
    }

    private Map<String, Object> visited() {
        Map<String, Object> entered = new HashMap<>(
                Map.of("visitedOn", today.toString(), "visitWay", "phone", "satisfaction", story.satisfaction()));
        if (story.satisfaction().equals("dissatisfied")) {
            entered.put("visitReport", "认为问题没有彻底解决，要求上级复核。");
        } else if (story.satisfaction().equals("unreached")) {
            entered.put("visitReport", "三次拨打均无人接听。");
        }
        return entered;
    }

    private Map<String, Object> reviewed() {
        Map<String, Object> entered = new HashMap<>(Map.of(
                "reviewers", officers(),
                "reviewFindings", "已调阅案卷并到现场查看。",
                "reviewDecision", story.reviewDecision()));
        if (story.reviewDecision().equals("redo")) {
            entered.put("reviewDemand", "请重新核实并拿出解决办法，十日内报结果。");
        }
        return entered;
    }

    /** Whose duty it is: a department for a violation, else whoever is nearest. */
    private String unit() {
        String department = known.kind() == null ? null : DEPARTMENTS.get(known.kind());
        if (department != null) {
            return department;
        }
        return file.community() != null ? file.community() : file.street() != null ? file.street() : "dept-housing";
    }

    private String officers() {
        return story.one("王建平、李晓敏", "周海、陈丽", "赵国强、孙倩", "吴志刚、郑云");
    }
}
