package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.whistle.testing.Clause;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** JJ.15: a guard records a patrol on a phone of 390 pixels, with what was found and a picture of it. */
@InBrowser
class PatrolPageTest {

    private static final int WIDE = 390;
    private static final int TOUCH = 44;
    private static final String GUARD = "钟离朔";

    /** A picture of one pixel. */
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Autowired
    private JdbcTemplate db;

    @BeforeEach
    void nobodyHasPatrolled() {
        db.update("delete from whistle.patrol");
        db.update("delete from whistle.patrol_plan");
    }

    @Test
    @Clause({"JJ.15", "AP.M2"})
    void aPatrolOnAPhone(Office office) {
        TasklistPage tasklist = office.tasklist("company-5");
        Page phone = tasklist.window().page();
        phone.setViewportSize(WIDE, 844);
        tasklist.window().expects("400 POST /api/patrols");
        PatrolPage patrols = PatrolPage.opened(tasklist);
        assertThat(patrols.section("登记巡查")).containsText("日常巡查");

        // nothing said yet: each field says what it wants, the first has the focus
        patrols.enters("people", "").records();
        assertThat(patrols.wrong("compound")).hasText("请选择小区。");
        assertThat(patrols.wrong("people")).containsText("至少一人");
        assertThat(patrols.wrong("result")).containsText("请选择巡查结果");
        assertThat(patrols.field("compound")).isFocused();

        patrols.selects("compound", "桂汀兰庭")
                .enters("people", GUARD)
                .chooses("未发现问题")
                .records();
        assertThat(patrols.section("登记巡查")).containsText("已登记：桂汀兰庭");
        assertThat(patrols.section("本周巡查记录")).containsText(GUARD);
        assertThat(patrols.section("本周进度")).containsText("桂汀兰庭：已巡查 1 次");

        patrols.selects("compound", "桂汀兰庭")
                .enters("people", GUARD + "、公西敏")
                .chooses("发现问题")
                .chooses("需要执法的违规行为");
        patrols.records();
        assertThat(patrols.wrong("finding.place")).isVisible();
        assertThat(patrols.wrong("finding.stopped")).isVisible();
        patrols.selects("finding.violationKind", "占用消防通道、损坏消防设施")
                .enters("finding.place", "5幢东侧")
                .enters("finding.matter", "车辆占用消防通道")
                .chooses("仍在持续")
                .chooses("当面送达");
        patrols.field("pictures").setInputFiles(new FilePayload("现场.png", "image/png", PICTURE));
        fitsAThumb(patrols, phone);
        Pictures.take(patrols.main(), "patrol-finding-390");
        patrols.records();

        assertThat(patrols.section("登记巡查")).containsText("已登记并立案");
        assertThat(patrols.section("登记巡查")).containsText("已上传：现场.png");
        String caseNo = number(patrols.section("登记巡查").innerText());
        JsonNode files = tasklist.window().api("/api/cases/" + caseNo + "/attachments");
        assertThat(files).hasSize(1);
        JsonNode letters = tasklist.window().api("/api/cases/" + caseNo + "/documents");
        assertThat(letters.findValuesAsText("title"))
                .containsExactlyInAnyOrder("违规行为劝阻通知书", "住宅小区违规行为巡查、劝阻和报告处置记录表", "违规行为报告书");
        Pictures.take(patrols.main(), "patrol-done-390");

        patrols.section("登记巡查").getByText("查看案件").click();
        assertThat(patrols.section("案件概况")).containsText(caseNo);
        phone.getByText("返回小区巡查").click();
        assertThat(patrols.section("登记巡查").getByText("查看案件")).isFocused();
    }

    /** What was found is recorded without a mouse, and its case opened. */
    @Test
    @Clause("JJ.15")
    void byKeyboard(Office office) {
        TasklistPage tasklist = office.tasklist("company-5");
        Page page = tasklist.window().page();
        Keys keys = new Keys(page);

        keys.tabsTo(AriaRole.LINK, "小区巡查").press("Enter");
        keys.tabsTo(AriaRole.COMBOBOX, "小区 *")
                .press("ArrowDown")
                .tabsTo(AriaRole.TEXTBOX, "巡查人员 *")
                .press("Control+a")
                .types(GUARD)
                .tabsTo(AriaRole.RADIO, "未发现问题")
                .press("ArrowDown")
                .tabsTo(AriaRole.RADIO, "合同范围内的服务问题")
                .press("Space")
                .tabsTo(AriaRole.TEXTBOX, "具体位置 *")
                .types("3幢1单元")
                .tabsTo(AriaRole.TEXTBOX, "发现的问题 *")
                .types("楼道灯不亮")
                .tabsTo(AriaRole.TEXTBOX, "整改要求 *")
                .types("三日内修复楼道照明。")
                .tabsTo(AriaRole.BUTTON, "登记")
                .press("Enter");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("登记巡查")))
                .containsText("已登记并立案");
        keys.tabsTo(AriaRole.BUTTON, "查看案件").press("Enter");

        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("案件概况")))
                .containsText("楼道灯不亮");
    }

    @Test
    void theWeeksPlanIsSetBeneathIt(Office office) {
        TasklistPage tasklist = office.tasklist("wanli-1");
        tasklist.window().expects("400 POST /api/patrols/plan");
        PatrolPage patrols = PatrolPage.opened(tasklist);
        assertThat(patrols.section("本周进度")).containsText("规定每周 3 次，计划 3 次");
        patrols.section("本周进度").getByText("调整计划").click();
        patrols.enters("perWeek", "2");
        patrols.section("本周进度").getByText("保存计划").click();
        assertThat(patrols.wrong("perWeek")).containsText("3 到 50");
        patrols.enters("perWeek", "5");
        patrols.section("本周进度").getByText("周三").click();
        patrols.section("本周进度").getByText("保存计划").click();
        assertThat(patrols.section("本周进度")).containsText("计划 5 次（周三）");
        Pictures.take(patrols.main(), "patrol-desktop");
    }

    @Test
    void itReadsChinese(Office office) {
        TasklistPage tasklist = office.tasklist("wanli-1");
        PatrolPage patrols = PatrolPage.opened(tasklist);
        patrols.chooses("发现问题").chooses("违法建设");
        Reader reader = new Reader(tasklist.window(), new Words(List.of()));

        reader.readsWhatIsThere("patrols");

        reader.assertChinese();
    }

    @Test
    void whoDoesNotPatrolSeesWhatWasDone(Office office) {
        TasklistPage tasklist = office.tasklist("district");
        tasklist.window()
                .page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("小区巡查"))
                .click();

        assertThat(tasklist.window().page().getByText("本周还没有巡查记录。")).isVisible();
        assertThat(tasklist.window().page().getByText("登记巡查")).hasCount(0);
    }

    /** Nothing runs out of the screen, and what is pressed can be. */
    private static void fitsAThumb(PatrolPage patrols, Page phone) {
        assertThat((Integer) phone.evaluate("document.querySelector('.whistle-page').scrollWidth"))
                .isLessThanOrEqualTo(WIDE);
        assertThat(patrols.section("登记巡查")
                        .locator("button, .whistle-choices label, select, input:not([type=radio]):not([hidden])")
                        .all())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.boundingBox().height).isGreaterThanOrEqualTo(TOUCH));
    }

    private static String number(String text) {
        Matcher found = Pattern.compile("XC-\\d{4}-\\d{6}").matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }
}
