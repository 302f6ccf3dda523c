package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.HEADING;
import static com.microsoft.playwright.options.AriaRole.LINK;
import static dev.whistle.procedure.complaint.ComplaintStory.answeredCall;
import static dev.whistle.procedure.complaint.ComplaintStory.call;
import static dev.whistle.procedure.complaint.ComplaintStory.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.whistle.procedure.complaint.ComplaintProcess;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import dev.whistle.testing.Desk;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case is found from the header of Tasklist and of Cockpit, by keyboard, and looked at on a page of its own. */
@InBrowser
class SearchPageTest {

    @Autowired
    private Desk desk;

    @Test
    void foundByKeyboardAndLookedAtOpenAndClosed(Office office) {
        String open = complaint("鳎鳡漏水", call(yesterday()));
        String closed = complaint("鳎鳡漏水已修", answeredCall(yesterday()));
        Window window = office.tasklist("wanli").window();
        Page page = window.page();
        Keys keys = new Keys(page);

        fieldIn(page);
        keys.press("/");
        assertThat(fieldIn(page)).isFocused();
        keys.types("鳎鳡漏水").press("Enter");
        assertThat(said(page)).containsText("共找到 2 件。");
        assertThat(result(page, closed)).isFocused();
        keys.press("ArrowDown");
        assertThat(result(page, open)).isFocused();
        Pictures.take(page.locator("main.whistle-searching"), "search");
        keys.press("Enter");

        assertThat(heading(page, open)).isVisible();
        Locator way = page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("办理路径"));
        assertThat(way.locator(".djs-element.whistle-active")).hasCount(1);
        assertThat(way.locator(".djs-element.whistle-active")).containsText("签收并确定");
        assertThat(way.locator(".djs-element.whistle-taken").first()).isAttached();
        way.getByText("逐个环节").click();
        assertThat(way.locator("ol.whistle-steps li").last()).containsText("正在办理");
        assertThat(page.getByRole(AriaRole.REGION, new GetByRoleOptions().setName("办理经过")))
                .containsText("立案登记");
        way.scrollIntoViewIfNeeded();
        Pictures.take(way, "case-path");

        // the way back leads to what was found
        page.goBack();
        assertThat(said(page)).containsText("共找到 2 件。");
        keys.press("Enter");
        assertThat(heading(page, closed)).isVisible();
        assertThat(way.locator(".djs-element.whistle-passed").first()).isAttached();
        assertThat(way.locator(".djs-element.whistle-active")).hasCount(0);
        assertThat(page.locator("main")).containsText("已办结");

        String trackingCode =
                window.api("/api/cases/" + closed).path("trackingCode").asText();
        Reader reader = new Reader(window, new Words(List.of(trackingCode)));
        reader.readsWhatIsThere("a closed case's page");
        keys.press("Control+Alt+s").types("鳎鳡").press("Enter");
        assertThat(said(page)).containsText("共找到 2 件。");
        reader.readsWhatIsThere("search");
        reader.assertChinese();
        window.settles();
        result(page, closed).focus(); // Tasklist may have written its address late and opened the page anew
        keys.press("Escape");
        assertThat(page.locator(".task-filters")).isVisible();
    }

    @Test
    void aPhoneNumberStandsInNoAddress(Office office) {
        String phone = "13955398761"; // nobody else's in any test
        Map<String, Object> call = call(yesterday());
        call.put(Variables.CALLER_PHONE, phone);
        String caseNo = complaint("鲮鲯噪声", call);
        Window window = office.tasklist("wanli").window();
        Page page = window.page();

        fieldIn(page);
        new Keys(page).press("/").types(phone).press("Enter");
        assertThat(result(page, caseNo)).isVisible();

        assertThat(page.url()).contains("#/search").doesNotContain(phone);
        assertThat(window.api("/api/cases/" + caseNo + "/timeline").toString()).contains("按联系电话查到本案");
    }

    @Test
    void whatIsNoQuestionAndWhatIsNobodysBusiness(Office office) {
        String caseNo = complaint("鲮鲯异味", call(yesterday()));
        Window window = office.tasklist("guandou").window();
        window.expects("400 POST /api/search");
        window.expects("404 GET /api/cases/" + caseNo);
        Page page = window.page();
        Keys keys = new Keys(page);

        fieldIn(page);
        keys.press("/").types("鲮").press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("请至少输入两个连续的汉字");
        assertThat(page.locator("#search-text")).isFocused();
        keys.press("ControlOrMeta+a").types("鲮鲯异味").press("Enter");
        assertThat(said(page)).containsText("没有找到您可以查看的案件");

        page.evaluate("no => location.hash = '#/case/' + no", caseNo);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("没有找到案件 " + caseNo);
        assertThat(page.locator("main")).not().containsText("异味");
    }

    @Test
    void fromCockpitToTasklist(Office office) {
        String caseNo = complaint("鲮鲯扬尘", call(yesterday()));
        Page page = office.window("cockpit").login("district").page();
        fieldIn(page);

        new Keys(page).press("/").types(caseNo).press("Enter");
        assertThat(result(page, caseNo)).isFocused();
        page.keyboard().press("Enter");

        assertThat(heading(page, caseNo)).isVisible();
        assertThat(page.url()).contains("/tasklist/");
    }

    private static String yesterday() {
        return OffsetDateTime.now(ZoneOffset.ofHours(8))
                .withNano(0)
                .minusDays(1)
                .toString();
    }

    private String complaint(String matter, Map<String, Object> call) {
        Map<String, Object> form = in("compound-05", call);
        form.put(Variables.MATTER, matter);
        return desk.starts("wanli-1", ComplaintProcess.ID, form);
    }

    /** The field in the header, which comes a moment after the page: before that nobody hears its key. */
    private static Locator fieldIn(Page page) {
        Locator field = page.getByPlaceholder("查找案件");
        field.waitFor();
        return field;
    }

    /** What is told of the search; it stands on the page, too. */
    private static Locator said(Page page) {
        return page.locator("main > [role=status]");
    }

    private static Locator result(Page page, String caseNo) {
        return page.getByRole(LINK, new GetByRoleOptions().setName(Pattern.compile("^" + caseNo)));
    }

    private static Locator heading(Page page, String caseNo) {
        return page.getByRole(
                HEADING, new GetByRoleOptions().setName("案件 " + caseNo).setExact(true));
    }
}
