package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static com.microsoft.playwright.options.AriaRole.RADIO;
import static com.microsoft.playwright.options.AriaRole.TEXTBOX;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The start of a phone complaint without a mouse: while one hand holds the receiver. */
@InBrowser
class KeyboardOnlyTest {

    @Test
    void aCallIsTakenDownAndSignedFor(Office office) {
        String matter = "楼道堆放杂物";
        Window community = office.window("tasklist").window();
        Keys keys = new Keys(community.page());

        // the first field is focused
        keys.types("erba-1").press("Tab").types("demo").press("Enter");
        TasklistPage tasklist = new TasklistPage(community);

        keys.press("Control+Alt+p");
        assertThat(community.page().locator(".modal-dialog .processes a").getByText("投诉接访处理"))
                .isVisible();
        keys.tabsTo(TEXTBOX, "按流程名称搜索").tabsTo(LINK, "投诉接访处理").press("Enter");
        StartDialog call = new StartDialog(community.page());

        keys.tabsTo(TEXTBOX, "投诉人姓名")
                .types("司徒文轩")
                .tabsTo(TEXTBOX, "联系电话")
                .types("13800000000")
                .tabsTo(TEXTBOX, "单位或联系地址")
                .types("二坝镇坝柳路3号")
                .tabsBackTo(TEXTBOX, "联系电话") // what is there gets selected, so that typing replaces it
                .types("0553-5912345")
                .tabsTo(TEXTBOX, "小区")
                .types("坝柳阳光")
                .press("Enter")
                .tabsTo(TEXTBOX, "事由类别")
                .types("占用消防")
                .press("Enter")
                .tabsTo(TEXTBOX, "投诉事由")
                .types(matter)
                .tabsTo(RADIO, "上报上一级")
                .press("Space");
        call.form().shows("联系电话", "0553-5912345").shows("小区", "坝柳阳光里(二坝镇)").shows("投诉事由", matter);
        keys.tabsTo(BUTTON, "启动").press("Enter");
        call.assertStarted();
        String caseNo = tasklist.caseAbout(matter);

        Window town = office.tasklist("erba").window();
        signFor(new Keys(town.page()), town.page(), caseNo);
        office.tasklist("fire").opens("签收报到", caseNo);
    }

    private static void signFor(Keys keys, Page page, String caseNo) {
        keys.tabsTo(LINK, "本单位待领")
                .press("Enter")
                .tabsTo(TEXTBOX, "筛选任务")
                .types("案件编号")
                .press("Enter");
        assertThat(page.locator(".search-label .value-field input")).isFocused();
        keys.types(caseNo).press("Enter");
        assertThat(page.locator("ol.tasks-list h4.task")).hasText(new String[] {"签收并确定承办单位"});
        keys.tabsTo(LINK, "签收并确定承办单位").press("Enter");
        assertThat(page.locator("h2.task")).hasText("签收并确定承办单位");

        keys.press("Control+Alt+c");
        assertThat(page.locator(".task-card .disabled-form")).hasCount(0);
        keys.tabsTo(RADIO, "违法违规（吹哨报到）").press("Space");
        keys.tabsTo(TEXTBOX, "承办单位")
                .types("消防")
                .press("Enter")
                .tabsTo(BUTTON, "提交")
                .press("Enter");
        assertThat(page.locator(".no-task")).isVisible();
    }
}
