package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page 联系制度 (JJ.9): looked through, entered, ended, with what is wrong beside the field. */
@InBrowser
class ContactsPageTest {

    /** Nobody else of this name is entered; letters of one's own choosing, for numbers are refused. */
    private final String person = "栾" + letters();

    @Test
    void aCadreIsEnteredAndEnded(Office office) {
        Window window = open(office, "wanli");
        window.expects("400 POST /api/contacts");
        Page page = window.page();
        Locator entering = section(page, "登记联系人");
        entering.getByText("登记一名联系人").click();
        assertThat(entering.getByLabel("楼栋")).isHidden();
        entering.getByLabel("联系对象").fill("桂汀");
        press(entering, "登记");
        assertThat(entering.getByText("必须填写")).hasCount(3);
        assertThat(entering.getByLabel("联系单位")).isFocused();
        entering.getByLabel("联系单位").selectOption("street-wanli");
        entering.getByLabel("联系人").fill(person);
        entering.getByLabel("职务").fill("党工委委员");
        press(entering, "登记");
        assertThat(entering.getByText("的联系对象“桂汀”不存在或者类别不对")).isVisible();
        assertThat(entering.getByLabel("联系对象")).isFocused();

        entering.getByLabel("联系对象").fill("桂汀社区");
        assertThat(entering.getByLabel("联系单位").locator("option")).hasText(new String[] {"湾里街道"});
        entering.getByLabel("职务").fill("0553-5864326");
        press(entering, "登记");
        assertThat(entering.getByText("这里不登记电话号码等长串数字，请删去。")).isVisible();
        assertThat(entering.getByLabel("职务")).isFocused();
        entering.getByLabel("职务").fill("党工委委员");
        press(entering, "登记");
        assertThat(said(page)).hasText("已登记" + person + "联系桂汀社区。");
        assertThat(entering.getByLabel("联系人")).hasValue("");
        Pictures.take(page.locator("main"), "contacts");

        find(page, person);
        assertThat(rows(page)).hasCount(1);
        assertThat(rows(page)).hasText(Pattern.compile("镇街干部联系社区湾里街道桂汀社区" + person + "党工委委员.*结束"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("结束" + person + "的联系"))
                .click();
        Locator dialog = page.locator("dialog");
        window.expects("400 POST /api/contacts/.*/end");
        dialog.getByLabel("最后一日").fill(LocalDate.now().plusDays(9).toString());
        press(dialog, "确认结束");
        assertThat(dialog.getByText("结束日期应当在开始日期")).isVisible();
        dialog.getByLabel("最后一日").fill(LocalDate.now().toString());
        press(dialog, "确认结束");
        assertThat(said(page)).hasText("已登记" + person + "不再联系桂汀社区。");
        assertThat(page.getByLabel("查找", new Page.GetByLabelOptions().setExact(true)))
                .isFocused();
        assertThat(rows(page).locator("button")).hasCount(0);
    }

    @Test
    void theRegisterIsFiltered(Office office) {
        Page page = open(office, "district").page();
        page.getByLabel("联系关系").last().selectOption("leader-street");
        assertThat(rows(page).filter(new FilterOptions().setHasText("区领导联系镇街")).first())
                .isVisible();
        assertThat(rows(page).filter(new FilterOptions().setHasText("镇街干部联系社区")))
                .hasCount(0);
        find(page, "无此人也");
        assertThat(section(page, "登记表")).containsText("没有符合条件的联系人。");
    }

    /** A community looks, and a department has no entry. */
    @Test
    void whoOnlyReads(Office office) {
        Page page = open(office, "wanli-1").page();
        assertThat(rows(page).first()).isVisible();
        assertThat(section(page, "登记联系人")).hasCount(0);
        assertThat(rows(page).locator("button")).hasCount(0);

        TasklistPage department = office.tasklist("fire");
        department.window().settles();
        assertThat(entry(department.window().page())).hasCount(0);
    }

    @Test
    void byKeyboard(Office office) {
        TasklistPage tasklist = office.tasklist("wanli");
        Page page = tasklist.window().page();
        Keys keys = new Keys(page);
        keys.tabsTo(AriaRole.LINK, "联系制度").press("Enter");
        assertThat(page.locator("h2")).isFocused();
        section(page, "登记联系人").waitFor();
        keys.press("Tab").press("Enter"); // the summary
        Locator entering = section(page, "登记联系人");
        assertThat(entering.getByLabel("联系对象")).isVisible();
        keys.press("Tab", "ArrowDown"); // to communities' buildings
        assertThat(entering.getByLabel("楼栋")).isVisible();
        keys.press("ArrowUp", "Tab")
                .types("桂汀社区")
                .press("Tab", "Tab")
                .types(person)
                .press("Tab")
                .types("党工委委员")
                .press("Enter");
        assertThat(said(page)).hasText("已登记" + person + "联系桂汀社区。");
    }

    @Test
    void itReadsChinese(Office office) {
        Window window = open(office, "district");
        section(window.page(), "登记联系人").getByText("登记一名联系人").click();
        Reader reader = new Reader(window, new Words(List.of()));

        reader.readsWhatIsThere("contacts");

        reader.assertChinese();
    }

    private static Window open(Office office, String user) {
        Window window = office.tasklist(user).window();
        entry(window.page()).click();
        section(window.page(), "登记表").getByRole(AriaRole.TABLE).waitFor();
        return window;
    }

    private static Locator entry(Page page) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("联系制度"));
    }

    private static Locator section(Page page, String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void find(Page page, String text) {
        page.getByLabel("查找", new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private static Locator rows(Page page) {
        return section(page, "登记表").locator("tbody tr");
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

    private static String letters() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .limit(12)
                .mapToObj(it -> String.valueOf((char) ('一' + it * 7)))
                .reduce("", String::concat);
    }
}
