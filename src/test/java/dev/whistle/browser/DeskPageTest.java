package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.whistle.procedure.complaint.ComplaintProcess.Category;
import dev.whistle.procedure.complaint.ComplaintProcess.Tasks;
import dev.whistle.procedure.complaint.ComplaintStory;
import dev.whistle.testing.Desk;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 移交与代办, 移交 beside a task, 我经办的, and the lists of each role. */
@InBrowser
class DeskPageTest {

    private static final String SIGN_FOR = "签收并确定承办单位";

    @Autowired
    private Desk desk;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate db;

    private String first = "";
    private String second = "";

    @BeforeEach
    void anOfficerHasTwoTasks() {
        first = taken();
        second = taken();
    }

    @AfterEach
    void nobodyIsAway() {
        db.update("delete from whistle.cover");
    }

    @Test
    void twoTasksAreHandedOverAndTheColleagueDoesOne(Office office) {
        Window window = open(office, "tanggou", "移交与代办");
        Page page = window.page();
        window.expects("400 POST /api/tasks/handover");
        Locator list = section(page, "可以移交的任务");
        Locator act = list.getByText("移交所选任务");
        assertThat(act).isDisabled();
        ticks(list, first);
        ticks(list, second);
        assertThat(act).hasText("移交所选任务（2 项）");
        act.click();
        Locator dialog = page.locator("dialog");
        Pictures.take(dialog, "desk-dialog");
        press(dialog, "确认");
        assertThat(dialog.getByLabel("移交给")).isFocused();
        assertThat(dialog.getByText("请填写原因。")).isVisible();
        dialog.getByLabel("移交给").selectOption("tanggou-lead");
        press(dialog, "确认");
        assertThat(dialog.getByLabel("原因")).isFocused();
        dialog.getByLabel("原因").fill("外出培训");
        press(dialog, "确认");
        assertThat(said(page)).hasText("已移交 2 项任务。");
        assertThat(list.locator("tr").filter(new Locator.FilterOptions().setHasText(first)))
                .hasCount(0);

        TasklistPage lead = office.tasklist("tanggou-lead");
        TaskPane pane = lead.goesTo(task(first), SIGN_FOR);
        pane.form().ticks("物业服务不到位（企业整改）").finds("承办单位", "消防", "鸠江消防救援大队");
        pane.completes();

        assertThat(desk.open(first)).doesNotContain(Tasks.SIGN_FOR);
        JsonNode timeline = lead.window().api("/api/cases/" + first + "/timeline");
        assertThat(timeline.findValuesAsText("name")).contains("任务“" + SIGN_FOR + "”由杨颖移交谭向阳");
    }

    @Test
    void aLeaveIsNoHole(Office office) {
        Window window = open(office, "tanggou", "移交与代办");
        Page page = window.page();
        window.expects("400 POST /api/covers");
        Locator covers = section(page, "代办登记");
        covers.getByText("登记一次代办").click();
        press(covers, "登记");
        assertThat(covers.getByLabel("代办人")).isFocused();
        covers.getByLabel("代办人").selectOption("tanggou-lead");
        covers.getByLabel("截止日期").fill(LocalDate.now().plusDays(2).toString());
        covers.getByLabel("原因").fill("年休假");
        Pictures.take(page.locator("main"), "desk");
        press(covers, "登记");
        assertThat(covers.getByRole(AriaRole.LIST)).containsText("代办中");

        Page lead = open(office, "tanggou-lead", "移交与代办").page();
        assertThat(section(lead, "可以移交的任务").locator("tr").filter(new Locator.FilterOptions().setHasText(first)))
                .containsText("代");
        desk.does("tanggou-lead", first, Tasks.SIGN_FOR, ComplaintStory.signedAs(Category.SERVICE, "dept-fire"));

        covers.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("提前结束.*")))
                .click();
        assertThat(said(page)).containsText("已经结束，没有办完的任务交还");
        assertThat(covers.getByRole(AriaRole.LIST)).containsText("已结束");
        assertThat(desk.taskOf(second, Tasks.SIGN_FOR).getAssignee()).isEqualTo("tanggou");
    }

    @Test
    void besideAnOpenTaskByKeyboard(Office office) {
        TasklistPage tasklist = office.tasklist("tanggou");
        tasklist.goesTo(task(first), SIGN_FOR);
        Page page = tasklist.window().page();
        Keys keys = new Keys(page);
        keys.tabsTo(AriaRole.BUTTON, "移交").press("Enter");
        Locator dialog = page.locator("dialog");
        assertThat(dialog.getByLabel("移交本单位人员")).isFocused();
        keys.press("Escape");
        assertThat(dialog).hasCount(0);
        assertThat(page.locator(".whistle-hand-over")).isFocused();
        keys.press("Enter");
        assertThat(dialog.getByLabel("移交本单位人员")).isFocused();
        keys.press("ArrowDown");
        assertThat(dialog.getByLabel("移交给")).isHidden();
        keys.press("Tab").types("工作调整").press("Tab", "Enter");
        assertThat(page.locator(".no-task")).isVisible();
        assertThat(desk.taskOf(first, Tasks.SIGN_FOR).getAssignee()).isNull();
        assertThat(page.locator(".unclaim:visible")).hasCount(0);
    }

    @Test
    void whatIHaveDone(Office office) {
        desk.does("tanggou", first, Tasks.SIGN_FOR, ComplaintStory.signedAs(Category.SERVICE, "dept-fire"));
        Window window = open(office, "tanggou", "我经办的");
        Page page = window.page();
        window.expects("400 GET /api/me/done");
        Locator list = section(page, "办理记录");
        list.getByLabel("查找").fill(first);
        press(list, "查询");
        assertThat(list.locator("tbody tr")).hasCount(1);
        assertThat(list.locator("tbody tr")).containsText(SIGN_FOR);
        Download sheet = page.waitForDownload(() -> press(list, "导出"));
        assertThat(sheet.suggestedFilename()).startsWith("我经办的-").endsWith(".xlsx");
        assertThat(said(page)).containsText("已导出：我经办的-");
        list.getByLabel("起始日期").fill("2026-02-02");
        list.getByLabel("截止日期").fill("2026-02-01");
        press(list, "查询");
        assertThat(list.getByText("截止日期应当不早于起始日期，请改正。")).isVisible();
        assertThat(list.getByLabel("截止日期")).isFocused();
        Pictures.take(page.locator("main"), "done");
        list.getByText(first).click();
        assertThat(section(page, "案件概况")).containsText(first);
        page.getByText("返回我经办的").click();
        assertThat(list.getByText(first)).isFocused();
    }

    /** What is due first is on top, and the sorting says so; a list is taken along as it is called. */
    @Test
    void theListsOfTheRole(Office office) {
        isDue(second, OffsetDateTime.now().minusDays(2));
        isDue(first, OffsetDateTime.now().plusDays(2));
        Window window = office.tasklist("tanggou-lead").window();
        Page lead = window.page();
        Locator lists = lead.locator(".task-filters");
        assertThat(lists).containsText("待我签发");
        assertThat(lists.locator(".active")).containsText("我的待办");
        assertThat(lead.locator(".sort-by").first()).hasText("截止时间");
        assertThat(lead.locator(".sort-direction").first()).hasClass(Pattern.compile("glyphicon-menu-up"));
        Locator cards = lead.locator("ol.tasks-list .whistle-card");
        assertThat(cards.first()).containsText(Pattern.compile("已逾期.*" + second));
        assertThat(cards.filter(new Locator.FilterOptions().setHasText(first))).containsText("剩");
        window.settles();
        Pictures.takeWindow(lead, "lists");
        Download sheet = lead.waitForDownload(() -> press(lead.locator(".whistle-taking"), "导出"));
        assertThat(sheet.suggestedFilename()).startsWith("我的待办-").endsWith(".xlsx");

        Locator officers = office.tasklist("tanggou").window().page().locator(".task-filters");
        assertThat(officers).containsText("今日到期");
        assertThat(officers).not().containsText("待我签发");
    }

    @Test
    void theyReadChinese(Office office) {
        Window window = open(office, "tanggou", "移交与代办");
        Page page = window.page();
        Reader reader = new Reader(window, new Words(List.of()));
        section(page, "代办登记").getByText("登记一次代办").click();
        ticks(section(page, "可以移交的任务"), first);
        reader.readsWhatIsThere("desk");
        page.getByText("移交所选任务（1 项）").click();
        page.locator("dialog").waitFor();
        reader.readsWhatIsThere("dialog");
        page.keyboard().press("Escape");
        page.evaluate("location.hash = '#/done'");
        section(page, "办理记录").getByRole(AriaRole.SEARCH).waitFor();
        reader.readsWhatIsThere("done");

        reader.assertChinese();
    }

    private void isDue(String caseNo, OffsetDateTime time) {
        Task task = desk.taskOf(caseNo, Tasks.SIGN_FOR);
        task.setAssignee("tanggou-lead");
        task.setDueDate(Date.from(time.toInstant()));
        tasks.saveTask(task);
    }

    private String taken() {
        Map<String, Object> call = ComplaintStory.in(
                "compound-17",
                ComplaintStory.call(OffsetDateTime.now().minusMinutes(5).toString()));
        String caseNo = desk.starts("tanggou-1", "complaint", call);
        desk.as("tanggou", () -> {
            tasks.claim(task(caseNo), "tanggou");
            return caseNo;
        });
        return caseNo;
    }

    private String task(String caseNo) {
        return desk.taskOf(caseNo, Tasks.SIGN_FOR).getId();
    }

    private static Window open(Office office, String user, String name) {
        Window window = office.tasklist(user).window();
        Page page = window.page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
        assertThat(page.locator("h2")).hasText(name);
        return window;
    }

    private static void ticks(Locator list, String caseNo) {
        list.getByLabel("选择案件 " + caseNo).check();
    }

    private static Locator section(Page page, String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator said(Page page) {
        return page.locator(".whistle-register > [role=status]");
    }

    private static void press(Locator around, String button) {
        around.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
