package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.whistle.casefile.Attachments;
import dev.whistle.casefile.Cases;
import dev.whistle.handover.DrawnSignature;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.organisation.Responsibility;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.procedure.compoundhandover.CompoundHandoverProcess;
import dev.whistle.procedure.compoundhandover.CompoundHandoverStory;
import dev.whistle.procedure.compoundhandover.HandoverDesk;
import dev.whistle.procedure.standin.StandInProcess;
import dev.whistle.testing.Clause;
import dev.whistle.testing.Desk;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** P05: a street's officer takes a handover through on a tablet, where the people stand who sign. */
@InBrowser
class HandoverPageTest {

    private static final int WIDE = 768;
    private static final int TOUCH = 44;

    /** In 湾里街道, run by company-5. */
    private static final String COMPOUND = "compound-05";

    @Autowired
    private HandoverDesk handover;

    @Autowired
    private Responsibilities responsibilities;

    @Autowired
    private Cases cases;

    @Autowired
    private Desk desk;

    @Autowired
    private Attachments attachments;

    private final LocalDate today = LocalDate.now(ZoneOffset.ofHours(8));
    private List<Responsibility> before = List.of();
    private String caseNo;

    @BeforeEach
    void aCompanyLeaves() {
        before = responsibilities.history(COMPOUND);
        caseNo = handover.leaves(COMPOUND, "application", today.plusDays(30).toString());
    }

    @AfterEach
    void asBefore() {
        handover.restores(COMPOUND, before);
    }

    @Test
    @Clause({"QA.company-duties", "JJ.A4.2.2", "AS.4"})
    void aWholeHandoverOnATablet(Office office) {
        TasklistPage tasklist = office.tablet("wanli");
        Page tablet = tasklist.window().page();
        tasklist.window().expects("400 POST /api/cases/.*/handover/premises");
        String task =
                desk.taskOf(caseNo, CompoundHandoverProcess.Tasks.HAND_OVER).getId();
        TaskPane pane = tasklist.goesTo(task, "组织交接").claims();
        tablet.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登记移交"))
                .click();
        HandoverPage list = new HandoverPage(tasklist.window());
        assertThat(list.main()).containsText("已办妥 0／8 项");
        Pictures.takeWindow(tablet, "handover-list-768");

        list.opens("物业服务用房").chooses("交清").records();
        assertThat(list.body()).containsText("请填写数量");
        assertThat(list.body()).containsText("请接收人在屏幕上签名");
        assertThat(list.field("quantity")).isFocused();
        list.enters("quantity", "2")
                .enters("content", "3幢架空层一处，门岗房一处")
                .enters("giver.name", "钟离朔")
                .enters("taker.name", "钟离 朔")
                .enters("taker.actsFor", "业主委员会")
                .enters("witness.name", "孔冰")
                .signs("giver")
                .signs("taker")
                .signs("witness");
        Pictures.take(list.main(), "handover-768");
        fits(list, tablet);
        list.records();
        assertThat(list.body()).containsText("一人不能代表两方签字");
        list.enters("taker.name", "公西敏").records();
        assertThat(list.main()).containsText("已办妥 1／8 项");

        // the next item is there, and so is who stands there
        assertThat(list.card("物业管理档案").locator(".whistle-card-head")).isFocused();
        list.chooses("交清").enters("content", "竣工图1套，设备档案12册，业主名册1册");
        assertThat(list.field("giver.name")).hasValue("钟离朔");
        assertThat(list.field("taker.actsFor")).hasValue("业主委员会");
        Pictures.takeWindow(tablet, "handover-sign-768");
        signed(list).records();
        settles(list, 2);
        signed(list.chooses("交清").enters("content", "2019年至2026年账册8册")).records();
        settles(list, 3);
        signed(list.chooses("交清").enters("content", "电梯6部，消防水泵2台，均正常")).records();
        settles(list, 4);
        signed(list.chooses("交清").enters("amount", "125800.50").enters("content", "截至8月31日，312户"))
                .records();
        settles(list, 5);
        signed(list.chooses("交清").enters("amount", "0")).records();
        settles(list, 6);
        signed(list.chooses("不适用").enters("reason", "设备和工具由企业自带")).records();
        settles(list, 7);

        // the last one was signed on paper
        list.chooses("部分交清")
                .enters("quantity", "36")
                .enters("reason", "缺3号门岗钥匙，约定次日补交")
                .chooses("已在纸质清单签字");
        list.body()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "移交清单.png", "image/png", Base64.getDecoder().decode(DrawnSignature.picture(true))));
        assertThat(list.field("sheet").locator("option:checked")).hasText("移交清单.png");
        list.records();
        assertThat(list.body()).hasCount(0);
        assertThat(list.card("钥匙和门禁")).containsText("36把（张）；部分交清");
        assertThat(list.main()).containsText("已办妥 7／8 项");

        // the key turns up
        list.opens("钥匙和门禁").body().getByText("更正").click();
        list.chooses("交清")
                .enters("quantity", "37")
                .enters("correction", "3号门岗钥匙已经补交")
                .records();
        assertThat(list.main()).containsText("已办妥 8／8 项");
        assertThat(list.main().locator(".whistle-done").last()).isFocused();
        Pictures.take(list.main(), "handover-done-768");
        list.opens("钥匙和门禁");
        assertThat(list.body()).containsText("更正以前的登记（1）");
        assertThat(list.body()).containsText("附件：移交清单.png");

        list.opens("物业服务用房");
        assertThat(list.body()).containsText("钟离*");
        list.body().getByText("查看签字").click();
        assertThat(list.body()).containsText("钟离朔");
        assertThat(list.body().locator("img")).hasCount(3);
        Pictures.take(list.main(), "handover-revealed-768");

        pane = tasklist.goesTo(task, "组织交接");
        CaseTab tab = new CaseTab(pane);
        assertThat(tab.section("移交清单")).containsText("已办妥 8／8 项");
        assertThat(tab.section("移交清单")).containsText("移交人 钟离*");
        assertThat(tab.section("办理经过")).containsText("更正移交登记：钥匙和门禁");
        Pictures.take(tab.section("移交清单"), "handover-section");
        pane.tab("表单");
        pane.form().ticks("移交完毕");
        pane.completes();
        theRestIsDone();
        assertThat(cases.get(caseNo).outcome()).isEqualTo(CompoundHandoverProcess.End.SELF_RUN.outcome());
        list = HandoverPage.opened(tasklist, caseNo);
        assertThat(list.main()).containsText("已办妥 8／8 项");
        assertThat(list.main()).containsText("您可以查看");
    }

    /** What belongs to a handover beside its list: letters, and who comes after the company. */
    private void theRestIsDone() {
        handover.issues(caseNo, "handover-certificate", today.toString());
        handover.informs(caseNo, today.toString());
        Map<String, Object> decision = CompoundHandoverStory.decided(today.toString(), "committee", "self-run");
        decision.put("resolution", "业主大会2026年第2号");
        decision.put("takesOverFrom", today.plusDays(31).toString());
        handover.does(caseNo, CompoundHandoverProcess.Tasks.DECIDE, decision);
        handover.does(caseNo, StandInProcess.Tasks.NAME, CompoundHandoverStory.nobodyNeeded());
    }

    @Test
    void otherTasksHaveNoWayToIt(Office office) {
        String received = OffsetDateTime.now(ZoneOffset.ofHours(8))
                .minusHours(1)
                .withNano(0)
                .toString();
        String complaint = desk.starts("wanli-1", ComplaintProcess.ID, ComplaintStory.call(received));
        TasklistPage tasklist = office.tasklist("wanli");
        CaseTab tab = new CaseTab(tasklist.goesTo(
                desk.taskOf(complaint, ComplaintProcess.Tasks.SIGN_FOR).getId(), "签收并确定承办单位"));

        assertThat(tab.section("移交清单")).hasCount(0);
        assertThat(tasklist.window().page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登记移交")))
                .hasCount(0);
    }

    /** Without a mouse or a finger: what was signed on paper. */
    @Test
    @Clause("QA.company-duties")
    void byKeyboard(Office office) {
        desk.as(
                "wanli",
                () -> attachments.add(caseNo, "清单.png", Base64.getDecoder().decode(DrawnSignature.picture(true))));
        TasklistPage tasklist = office.tasklist("wanli-1");
        HandoverPage list = HandoverPage.opened(tasklist, caseNo);
        Keys keys = new Keys(tasklist.window().page());

        keys.tabsTo(AriaRole.BUTTON, "财务资料 未登记")
                .press("Enter")
                .tabsTo(AriaRole.RADIO, "交清")
                .press("Space")
                .tabsTo(AriaRole.TEXTBOX, "移交的内容 *")
                .types("账册8册")
                .tabsTo(AriaRole.RADIO, "现场手写签名")
                .press("ArrowDown")
                .tabsTo(AriaRole.COMBOBOX, "签好字的清单 *");
        assertThat(list.field("sheet").locator("option")).hasCount(2);
        keys.press("ArrowDown");
        for (String name : List.of("钟离朔", "公西敏", "孔冰")) {
            keys.tabsTo(AriaRole.TEXTBOX, name.equals("钟离朔") ? "移交人姓名 *" : name.equals("公西敏") ? "接收人姓名 *" : "见证人姓名 *")
                    .types(name);
            if (name.equals("公西敏")) {
                keys.press("Tab").types("业主委员会");
            }
        }
        keys.tabsTo(AriaRole.BUTTON, "登记").press("Enter");

        assertThat(list.main()).containsText("已办妥 1／8 项");
        assertThat(list.card("财务资料")).containsText("账册8册；交清");
    }

    @Test
    void theCompanyReadsIt(Office office) {
        TasklistPage tasklist = office.tasklist("company-5");
        HandoverPage list = HandoverPage.opened(tasklist, caseNo);

        assertThat(list.main()).containsText("您可以查看");
        list.opens("钥匙和门禁");
        assertThat(list.body()).hasText("还没有登记。");
        assertThat(list.main().locator("form")).hasCount(0);
    }

    @Test
    void itReadsChineseAndFitsAPhone(Office office) {
        TasklistPage tasklist = office.tablet("wanli");
        Page phone = tasklist.window().page();
        phone.setViewportSize(390, 844);
        HandoverPage list = HandoverPage.opened(tasklist, caseNo);
        list.opens("公共收益结余").chooses("部分交清");
        Reader reader = new Reader(tasklist.window(), new Words(List.of()));

        reader.readsWhatIsThere("handover");

        reader.assertChinese();
        fits(list, phone);
        Pictures.take(list.main(), "handover-390");
    }

    private static HandoverPage signed(HandoverPage list) {
        return list.signs("giver").signs("taker").signs("witness");
    }

    private static void settles(HandoverPage list, int items) {
        assertThat(list.main()).containsText("已办妥 " + items + "／8 项");
    }

    /** Nothing runs out of the screen, and what is pressed can be. */
    private static void fits(HandoverPage list, Page screen) {
        assertThat((Integer) screen.evaluate("document.querySelector('.whistle-page').scrollWidth"))
                .isLessThanOrEqualTo(screen.viewportSize().width)
                .isLessThanOrEqualTo(WIDE);
        assertThat(list.main()
                        .locator("button:visible, .whistle-choices label:visible, select:visible,"
                                + " input:not([type=radio]):visible")
                        .all())
                .isNotEmpty()
                .allSatisfy((Locator it) -> assertThat(it.boundingBox().height).isGreaterThanOrEqualTo(TOUCH));
    }
}
