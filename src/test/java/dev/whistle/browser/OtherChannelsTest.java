package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.procedure.dutyruling.DutyRulingProcess;
import dev.whistle.procedure.explanation.ExplanationProcess;
import dev.whistle.procedure.followup.FollowUpProcess;
import dev.whistle.procedure.mediation.MediationProcess;
import dev.whistle.procedure.rectification.RectificationProcess;
import dev.whistle.procedure.whistle.WhistleProcess;
import dev.whistle.procedure.whistle.WhistleStory;
import dev.whistle.testing.Desk;
import dev.whistle.testing.Jobs;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * P01 as officers see it when it comes in by another way than by telephone. Together these stories open every form of
 * the complaint and of what it calls: what each asks, in which order, what must be filled in, and what it says where
 * that is not right.
 */
@InBrowser
class OtherChannelsTest {

    private static final String PROCESS = "投诉接访处理";
    private static final String COMPOUND = "桂汀兰庭(湾里街道)";
    private static final String COMMUNITY = "桂汀社区";

    @Autowired
    private Desk desk;

    @Autowired
    private Jobs jobs;

    @Autowired
    private WhistleStory whistles;

    @AfterEach
    void backToTheRealTime() {
        desk.itIsNow();
    }

    /** A visit with evidence, which its signer calls a dispute although the table says otherwise; it is mediated. */
    @Test
    void aVisit(Office office) {
        String matter = "地下车位被反复占用";
        TasklistPage community = office.tasklist("wanli-1");
        StartDialog visit = community.starts(PROCESS);
        visit.form()
                .ticks("来访")
                .ticks("已提供")
                .ticks("上报上一级")
                .asks(
                        "受理渠道*",
                        "投诉人",
                        "投诉人姓名*",
                        "联系电话*",
                        "单位或联系地址*",
                        "来访人数*",
                        "来访材料*",
                        "材料清单*",
                        "投诉事由",
                        "收到日期*",
                        "收到时间*",
                        "小区",
                        "发生地点*",
                        "事由类别*",
                        "投诉事由*",
                        "详细情况",
                        "首次处理",
                        "重要程度*",
                        "处理方式*");
        visit.form().finds("小区", "桂汀兰", COMPOUND);
        visit.refusesToStart();
        visit.form()
                .complains("材料清单", "必填。")
                .enters("投诉人姓名", "欧阳静怡")
                .enters("联系电话", "0553-5912345")
                .enters("单位或联系地址", "桂汀兰庭3幢1单元501室")
                .enters("来访人数", "3")
                .enters("材料清单", "现场照片4张、书面材料1份")
                .finds("事由类别", "停车", "停车管理")
                .enters("投诉事由", matter)
                .pictured("start-visit");
        visit.start();
        String caseNo = community.caseAbout(matter);

        TaskPane keeping =
                opens(community, caseNo, Tasks.KEEP_EVIDENCE, "收存来访材料").claims();
        keeping.form().asks("案件编号", "小区或地点", "投诉事由", "已收存的材料*");
        keeping.refuses().complains("已收存的材料", "必填。").pictured("keep-evidence");
        CaseTab tab = new CaseTab(keeping);
        tab.adds(new FilePayload("书面材料.txt", "text/plain", "车位照片说明".getBytes(StandardCharsets.UTF_8)));
        assertThat(tab.said()).hasText("已添加附件：书面材料.txt");
        keeping.tab("表单");
        keeping.form().enters("已收存的材料", "照片4张、书面材料1份，原件退还");
        keeping.completes();

        TasklistPage street = office.tasklist("wanli");
        TaskPane signing = opens(street, caseNo, Tasks.SIGN_FOR, "签收并确定承办单位").claims();
        signing.form()
                .shows("受理渠道", "来访")
                .shows("投诉人", "已登记")
                .shows("系统初步判断", "物业服务不到位（企业整改）")
                .ticks("矛盾纠纷（调解）")
                .asks(
                        "案件编号",
                        "小区或地点",
                        "投诉人",
                        "投诉事由",
                        "详细情况",
                        "受理渠道",
                        "事由类别",
                        "重要程度",
                        "受理",
                        "受理意见*",
                        "与哪一件是同一事项",
                        "承办",
                        "系统初步判断",
                        "类别*",
                        "与初步判断不一致的理由*",
                        "承办单位*",
                        "告知办理期限的方式*",
                        "批办意见");
        signing.refuses()
                .complains("与初步判断不一致的理由", "必填。")
                .complains("承办单位", "必填。")
                .enters("与初步判断不一致的理由", "车位权属有争议，双方愿意协商。")
                .finds("承办单位", "桂汀社区", COMMUNITY)
                .pictured("sign-for");
        signing.completes();

        TaskPane mediating =
                opens(community, caseNo, MediationProcess.Tasks.MEDIATE, "调解纠纷").claims();
        mediating.form().asks("案件编号", "小区或地点", "投诉事由", "详细情况", "调解人员*", "调解日期*", "调查情况*", "调解结果*");
        mediating
                .refuses()
                .complains("调解结果", "必填。")
                .enters("调解人员", "孔冰")
                .picksToday("调解日期")
                .enters("调查情况", "双方各执一词，经调解愿意错时停放。")
                .ticks("达成协议")
                .pictured("mediate");
        mediating.completes();

        told(
                community,
                caseNo,
                "来访",
                "现场照片4张、书面材料1份",
                "照片4张、书面材料1份，原件退还",
                "车位权属有争议，双方愿意协商。",
                COMMUNITY,
                "双方各执一词，经调解愿意错时停放。",
                "达成协议");
        assertThat(desk.open(caseNo)).containsExactly(Tasks.ANSWER);

        Map<String, Object> important = ComplaintStory.answeredCall(now());
        important.put(Variables.WEIGHT, "important");
        String answered = desk.starts("wanli-1", ComplaintProcess.ID, important);
        TaskPane noting = opens(street, answered, Tasks.NOTE_REPORTED, "签收重要投诉").claims();
        noting.form()
                .shows("重要程度", "重要")
                .asks("案件编号", "小区或地点", "投诉事由", "详细情况", "受理渠道", "事由类别", "重要程度", "当场答复内容", "签收意见*");
        noting.refuses().complains("签收意见", "必填。").enters("签收意见", "已阅，列入本月重点。").pictured("note-reported");
        noting.completes();
        told(street, answered, "已阅，列入本月重点。");
    }

    /** A web complaint that is nobody's for sure: the offices sort it out, a leader names the department. */
    @Test
    void aWebComplaintWhoseDutyIsUnclear(Office office) {
        String matter = "沿街商铺油烟扰民";
        TasklistPage hotline = office.tasklist("hotline");
        StartDialog web = hotline.starts(PROCESS);
        web.form()
                .ticks("网络投诉")
                .asks(
                        "受理渠道*", "网络来源", "投诉平台*", "来件编号", "投诉人", "投诉人姓名*", "联系电话*", "单位或联系地址", "投诉事由", "收到日期*", "收到时间*",
                        "小区", "发生地点*", "事由类别*", "投诉事由*", "详细情况", "首次处理", "重要程度*");
        web.refusesToStart();
        web.form()
                .complains("投诉平台", "必填。")
                .enters("投诉平台", "区政府网站留言板")
                .enters("来件编号", "WL-0917")
                .enters("投诉人姓名", "司徒文轩")
                .enters("联系电话", "13800000000")
                .enters("发生地点", "荷风路与栖云路路口")
                .finds("事由类别", "污染", "污染、噪声、油烟")
                .enters("投诉事由", matter)
                .pictured("start-web");
        web.start();
        String caseNo = hotline.caseAbout(matter);

        TaskPane dispatching = opens(hotline, caseNo, Tasks.DISPATCH, "派单").claims();
        dispatching
                .form()
                .shows("系统初步判断", "违法违规（吹哨报到）")
                .ticks("违法违规（吹哨报到）")
                .ticks("不清楚，会同区办公室认定")
                .asks(
                        "案件编号",
                        "小区或地点",
                        "投诉人",
                        "投诉事由",
                        "详细情况",
                        "受理渠道",
                        "事由类别",
                        "重要程度",
                        "受理",
                        "受理意见*",
                        "与哪一件是同一事项",
                        "承办",
                        "系统初步判断",
                        "类别*",
                        "职责是否清楚*",
                        "职责分工建议",
                        "建议的承办单位",
                        "告知办理期限的方式*",
                        "交办意见")
                .ticks("清楚");
        dispatching
                .form()
                .shows("承办单位", "区生态环境分局")
                .pictured("dispatch")
                .finds("承办单位", "消防", "鸠江消防救援大队")
                .ticks("不清楚，会同区办公室认定")
                .enters("交办意见", "生态、城管都说不归自己管。");
        dispatching.completes();

        TaskPane ruling = opens(office.tasklist("district"), caseNo, DutyRulingProcess.Tasks.RULE, "会同区分职责")
                .claims();
        ruling.form()
                .ticks("明确承办单位")
                .asks("案件编号", "小区或地点", "投诉事由", "详细情况", "区分意见*", "承办单位*", "会商情况*")
                .ticks("报区领导指定")
                .asks("案件编号", "小区或地点", "投诉事由", "详细情况", "区分意见*", "会商情况*");
        ruling.refuses()
                .complains("会商情况", "必填。")
                .enters("会商情况", "两家意见不一，建议由领导指定。")
                .pictured("rule");
        ruling.completes();

        TasklistPage leads = office.tasklist("district-lead");
        TaskPane naming = opens(leads, caseNo, DutyRulingProcess.Tasks.NAME_UNIT, "报区领导指定")
                .claims();
        naming.form().asks("案件编号", "小区或地点", "投诉事由", "详细情况", "区领导*", "批示日期*", "批示内容*", "指定的承办单位*");
        naming.refuses()
                .complains("批示日期", "必填。")
                .enters("区领导", "副区长 周远")
                .picksToday("批示日期")
                .enters("批示内容", "由生态环境分局牵头。")
                .finds("指定的承办单位", "生态", "区生态环境分局")
                .pictured("name");
        naming.completes();

        told(
                hotline,
                caseNo,
                "网络投诉",
                "区政府网站留言板",
                "WL-0917",
                "生态、城管都说不归自己管。",
                "两家意见不一，建议由领导指定。",
                "副区长 周远",
                "由生态环境分局牵头。");
        assertThat(desk.open(caseNo)).containsExactly(WhistleProcess.Tasks.REPORT_IN);
    }

    /** A hotline order that will not be kept: more time is asked for and granted, then it has to be explained. */
    @Test
    void aHotlineOrderThatIsNotKept(Office office) {
        desk.itIs("2026-09-10T02:00:00Z");
        String caseNo =
                desk.starts("hotline", ComplaintProcess.ID, ComplaintStory.hotline("2026-09-10T09:40:00+08:00"));
        desk.does("hotline", caseNo, Tasks.DISPATCH, ComplaintStory.dispatched("dept-fire"));
        desk.itIs("2026-09-15T00:30:00Z");
        jobs.runDueOf(caseNo);

        TasklistPage fire = office.tasklist("fire");
        TaskPane forecasting = opens(fire, caseNo, Tasks.FORECAST, "说明能否按期办结").claims();
        forecasting
                .form()
                .ticks("不能按期办结，申请延长派单期限")
                .asks("案件编号", "小区或地点", "投诉事由", "能否按期办结*", "申请延长的工作日*", "目前进展和原因*")
                .enters("申请延长的工作日", "31")
                .complains("申请延长的工作日", "不得大于 30。")
                .enters("申请延长的工作日", "3")
                .enters("目前进展和原因", "等待车主身份核实。")
                .pictured("forecast");
        forecasting.completes();

        TaskPane deciding = opens(office.tasklist("hotline"), caseNo, Tasks.DECIDE_EXTENSION, "审批延长")
                .claims();
        deciding.form()
                .shows("申请延长的工作日", "3")
                .shows("目前进展和原因", "等待车主身份核实。")
                .asks("案件编号", "小区或地点", "投诉事由", "申请延长的工作日", "目前进展和原因", "是否同意*", "理由*");
        deciding.refuses()
                .complains("是否同意", "必填。")
                .ticks("同意")
                .enters("理由", "情况属实。")
                .pictured("decide-extension");
        deciding.completes();

        desk.itIs("2026-09-22T02:00:00Z");
        jobs.runDueOf(caseNo);
        TaskPane explaining =
                opens(fire, caseNo, ExplanationProcess.Tasks.EXPLAIN, "说明情况").claims();
        explaining.form().asks("案件编号", "小区或地点", "投诉事由", "未能按期的主要原因*", "情况说明*", "预计办结日期*");
        explaining
                .refuses()
                .complains("未能按期的主要原因", "必填。")
                .finds("未能按期的主要原因", "其他部门", "需要其他部门配合")
                .enters("情况说明", "交警部门尚未回函。")
                .picksToday("预计办结日期")
                .pictured("explain");
        explaining.completes();
        told(fire, caseNo, "12345-20260910-0031", "等待车主身份核实。", "情况属实。", "需要其他部门配合", "交警部门尚未回函。");

        CaseTab tab = new CaseTab(opens(fire, caseNo, Tasks.INVESTIGATE, "调查核实、处理"));
        tab.section("变动登记")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("登记“投诉人撤回”"))
                .click();
        Locator dialog = fire.window().page().getByRole(AriaRole.DIALOG);
        dialog.getByLabel("来电").check();
        dialog.getByLabel("撤回理由").fill("车主已自行挪车。");
        Pictures.take(dialog, "withdraw");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("确认登记"))
                .click();
        assertThat(dialog).containsText("已登记“投诉人撤回”");
        told(fire, caseNo, "来电", "车主已自行挪车。");
    }

    /**
     * A leader's instruction about a violation; the complainant is not content, and the next tier has it done again.
     */
    @Test
    void aLeadersInstruction(Office office) {
        String matter = "消防通道长期停车";
        TasklistPage street = office.tasklist("wanli");
        StartDialog instruction = street.starts(PROCESS);
        instruction
                .form()
                .ticks("领导批示")
                .enters("反映人姓名", "欧阳静怡")
                .asks(
                        "受理渠道*", "来件编号", "领导批示", "批示领导*", "批示日期*", "批示内容*", "投诉人", "反映人姓名", "联系电话", "单位或联系地址", "投诉事由",
                        "收到日期*", "收到时间*", "小区", "发生地点*", "事由类别*", "投诉事由*", "详细情况", "首次处理", "重要程度*");
        instruction.form().finds("小区", "桂汀兰", COMPOUND);
        instruction.refusesToStart();
        instruction
                .form()
                .complains("批示内容", "必填。")
                .enters("批示领导", "副区长 周远")
                .picksToday("批示日期")
                .enters("批示内容", "请核查并限期解决。")
                .enters("联系电话", "13955312877")
                .finds("事由类别", "占用消防", "占用消防通道、损坏消防设施")
                .enters("投诉事由", matter)
                .pictured("start-instruction");
        instruction.start();
        String caseNo = street.caseAbout(matter);

        TasklistPage district = office.tasklist("district");
        TaskPane signing = opens(district, caseNo, Tasks.SIGN_FOR, "签收并确定承办单位").claims();
        signing.form()
                .shows("批示领导", "副区长 周远")
                .shows("批示内容", "请核查并限期解决。")
                .pictured("sign-for-instruction")
                .ticks("违法违规（吹哨报到）")
                .shows("建议的承办单位", "鸠江消防救援大队")
                .shows("承办单位", "鸠江消防救援大队");
        signing.completes();

        TasklistPage fire = office.tasklist("fire");
        TaskPane reporting =
                opens(fire, caseNo, WhistleProcess.Tasks.REPORT_IN, "签收报到").claims();
        reporting.form().ticks("签收报到").enters("经办人员", "邹强").pictured("report-in");
        reporting.completes();
        TaskPane handling =
                opens(fire, caseNo, WhistleProcess.Tasks.HANDLE, "查处违法行为").claims();
        handling.form()
                .ticks("违法行为属实")
                .ticks("已责令改正，不需要处罚")
                .asks("案件编号", "小区或地点", "事由", "违法行为种类", "交办经过", "调查人员*", "调查日期*", "调查情况*", "认定结果*", "处理方式*", "处理情况*");
        handling.refuses()
                .complains("处理情况", "必填。")
                .enters("调查人员", "邹强、李敏")
                .picksToday("调查日期")
                .enters("调查情况", "三辆车占用消防通道，事实清楚。")
                .enters("处理情况", "当场责令改正，处以警告。")
                .pictured("handle");
        handling.completes();
        whistles.checks("wanli", caseNo, true, LocalDate.now().toString());
        desk.does("fire", caseNo, Tasks.ANSWER, ComplaintStory.answered());

        TaskPane visiting =
                opens(street, caseNo, FollowUpProcess.Tasks.VISIT, "回访投诉人").claims();
        visiting.form()
                .asks("案件编号", "小区或地点", "投诉事由", "回访日期*", "回访方式*", "投诉人是否满意*")
                .ticks("不满意")
                .ticks("电话");
        visiting.refuses()
                .complains("回访情况", "必填。")
                .picksToday("回访日期")
                .enters("回访情况", "傍晚又有车停回通道。")
                .pictured("visit");
        visiting.completes();

        TaskPane reviewing =
                opens(district, caseNo, FollowUpProcess.Tasks.REVIEW, "复核").claims();
        reviewing
                .form()
                .ticks("责成重新办理")
                .asks("案件编号", "小区或地点", "投诉事由", "详细情况", "回访情况", "复核人员*", "复核情况*", "复核意见*", "重新办理的要求*");
        reviewing
                .refuses()
                .complains("重新办理的要求", "必填。")
                .shows("回访情况", "傍晚又有车停回通道。")
                .enters("复核人员", "孔冰")
                .enters("复核情况", "傍晚到现场，仍有两辆车。")
                .enters("重新办理的要求", "晚间派人值守一周。")
                .pictured("review");
        reviewing.completes();

        TaskPane redoing =
                opens(fire, caseNo, FollowUpProcess.Tasks.REDO, "按复核意见重新办理").claims();
        redoing.form()
                .shows("重新办理的要求", "晚间派人值守一周。")
                .asks("案件编号", "小区或地点", "投诉事由", "详细情况", "重新办理的要求", "办理人员*", "办理日期*", "办理情况和结果*");
        redoing.refuses()
                .complains("办理情况和结果", "必填。")
                .enters("办理人员", "邹强")
                .picksToday("办理日期")
                .enters("办理情况和结果", "值守一周，未再停车。")
                .pictured("redo");
        redoing.completes();

        TaskPane answering = opens(district, caseNo, FollowUpProcess.Tasks.ANSWER_REVIEW, "答复复核结果")
                .claims();
        answering.form().offers("书面").asks("案件编号", "小区或地点", "投诉事由", "详细情况", "答复方式*", "办理结果*", "复核答复内容*", "投诉人是否满意*");
        answering
                .refuses()
                .complains("答复方式", "必填。")
                .ticks("电话")
                .ticks("问题已经解决")
                .enters("复核答复内容", "已重新办理，通道畅通。")
                .ticks("基本满意")
                .pictured("answer-review");
        answering.completes();
        told(street, caseNo, "副区长 周远", "当场责令改正，处以警告。", "傍晚又有车停回通道。", "晚间派人值守一周。", "值守一周，未再停车。", "已重新办理，通道畅通。");
        assertThat(street.window().api("/api/cases/" + caseNo).path("outcome").asText())
                .isEqualTo("answered-in-time");
    }

    /**
     * An opinion on the net whose author nobody knows; the company mends what it says, and it is answered in public.
     */
    @Test
    void anOpinionOfNobodyKnown(Office office) {
        String matter = "小区垃圾堆放多日";
        TasklistPage hotline = office.tasklist("hotline");
        StartDialog opinion = hotline.starts(PROCESS);
        opinion.form()
                .ticks("网络舆情")
                .asks(
                        "受理渠道*", "网络来源", "投诉平台*", "网址链接*", "影响程度*", "来件编号", "投诉人", "反映人姓名", "投诉事由", "收到日期*", "收到时间*",
                        "小区", "发生地点*", "事由类别*", "投诉事由*", "详细情况", "首次处理", "重要程度*")
                .enters("投诉平台", "本地论坛")
                .enters("网址链接", "bbs.example.cn")
                .finds("小区", "桂汀兰", COMPOUND)
                .finds("事由类别", "保洁", "保洁、垃圾清运")
                .enters("投诉事由", matter)
                .complains("网址链接", "格式不正确。")
                .pictured("start-opinion")
                .enters("网址链接", "https://bbs.example.cn/thread-48213");
        opinion.start();
        String caseNo = hotline.caseAbout(matter);

        TaskPane dispatching = opens(hotline, caseNo, Tasks.DISPATCH, "派单").claims();
        dispatching
                .form()
                .shows("舆情链接", "https://bbs.example.cn/thread-48213")
                .ticks("物业服务不到位（企业整改）")
                .asks(
                        "案件编号",
                        "小区或地点",
                        "投诉事由",
                        "详细情况",
                        "受理渠道",
                        "事由类别",
                        "重要程度",
                        "舆情链接",
                        "受理",
                        "受理意见*",
                        "与哪一件是同一事项",
                        "承办",
                        "系统初步判断",
                        "类别*",
                        "职责是否清楚*",
                        "承办单位*",
                        "交办意见")
                .finds("承办单位", "桂汀社区", COMMUNITY)
                .pictured("dispatch-opinion");
        assertThat(dispatching.form().shown()).contains("没有登记投诉人");
        dispatching.completes();

        TasklistPage community = office.tasklist("wanli-1");
        TaskPane investigating =
                opens(community, caseNo, Tasks.INVESTIGATE, "调查核实、处理").claims();
        investigating
                .form()
                .ticks("责成限期整改")
                .asks(
                        "案件编号",
                        "小区或地点",
                        "投诉事由",
                        "详细情况",
                        "物业服务企业",
                        "调查人员*",
                        "调查日期*",
                        "调查情况*",
                        "处理措施",
                        "是否责成企业整改*",
                        "整改要求*");
        investigating
                .refuses()
                .complains("整改要求", "必填。")
                .enters("调查人员", "王建国、李敏")
                .picksToday("调查日期")
                .enters("调查情况", "两处垃圾堆放，清运不及时。")
                .enters("整改要求", "当日清运，每日两次巡查。")
                .pictured("investigate");
        investigating.completes();

        TaskPane rectifying = opens(office.tasklist("company-5"), caseNo, RectificationProcess.Tasks.RECTIFY, "限期整改")
                .claims();
        rectifying
                .form()
                .shows("整改要求", "当日清运，每日两次巡查。")
                .ticks("无法整改")
                .asks("案件编号", "小区或地点", "投诉事由", "详细情况", "整改要求", "整改情况*", "整改说明*")
                .ticks("已经整改")
                .asks("案件编号", "小区或地点", "投诉事由", "详细情况", "整改要求", "整改情况*", "整改日期*", "整改说明*");
        rectifying
                .refuses()
                .complains("整改日期", "必填。")
                .picksToday("整改日期")
                .enters("整改说明", "已清运，增加保洁一人。")
                .pictured("rectify");
        rectifying.completes();

        TaskPane checking = opens(community, caseNo, RectificationProcess.Tasks.CHECK, "复查整改情况")
                .claims();
        checking.form()
                .shows("整改说明", "已清运，增加保洁一人。")
                .asks("案件编号", "小区或地点", "投诉事由", "详细情况", "整改要求", "整改说明", "复查人员*", "复查日期*", "复查结论*", "复查情况*");
        checking.refuses()
                .complains("复查结论", "必填。")
                .enters("复查人员", "李敏")
                .picksToday("复查日期")
                .ticks("整改到位")
                .enters("复查情况", "现场干净。")
                .pictured("check");
        checking.completes();

        TaskPane answering = opens(community, caseNo, Tasks.ANSWER, "答复投诉人").claims();
        answering
                .form()
                .offers("在原平台公开回复")
                .doesNotOffer("书面")
                .asks("案件编号", "小区或地点", "投诉事由", "详细情况", "答复方式*", "办理结果*", "主要原因*", "答复内容*");
        answering
                .refuses()
                .complains("主要原因", "必填。")
                .ticks("在原平台公开回复")
                .ticks("问题已经解决")
                .ticks("物业服务企业")
                .enters("答复内容", "垃圾已清运，欢迎继续监督。")
                .pictured("answer");
        answering.completes();
        told(
                hotline,
                caseNo,
                "https://bbs.example.cn/thread-48213",
                "两处垃圾堆放，清运不及时。",
                "已清运，增加保洁一人。",
                "现场干净。",
                "在原平台公开回复",
                "垃圾已清运，欢迎继续监督。");
    }

    private TaskPane opens(TasklistPage tasklist, String caseNo, String task, String name) {
        return tasklist.goesTo(desk.taskOf(caseNo, task).getId(), name);
    }

    /** What was entered stands on the timeline of the case. */
    private static void told(TasklistPage tasklist, String caseNo, String... entered) {
        List<String> lines = Stream.of(tasklist.window().api("/api/cases/" + caseNo + "/timeline"))
                .flatMap(it -> it.findValuesAsText("value").stream())
                .toList();
        assertThat(lines).contains(entered);
    }

    private static String now() {
        return OffsetDateTime.now().minusMinutes(5).withNano(0).toString();
    }
}
