package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.AriaRole.BUTTON;
import static com.microsoft.playwright.options.AriaRole.CHECKBOX;
import static com.microsoft.playwright.options.AriaRole.TEXTBOX;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.whistle.engine.CaseEventStory;
import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An officer hears that the complainant gives up and records it in the tab of the case, with the keyboard alone. */
@InBrowser
class CaseEventTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Autowired
    private CaseEventStory story;

    private Deployment deployment;
    private LocalDate today;
    private String received;

    @BeforeEach
    void deploy() {
        deployment = story.deploy();
        today = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), CHINA);
        received = ClockUtil.getCurrentTime()
                .toInstant()
                .minusSeconds(3600)
                .atZone(CHINA)
                .toOffsetDateTime()
                .withNano(0)
                .toString();
    }

    @AfterEach
    void undeploy() {
        story.undeploy(deployment);
    }

    @Test
    void aComplaintIsWithdrawn(Office office) {
        String caseNo = story.underInvestigation(received, today.toString());
        TasklistPage officers = office.tasklist("fire");
        officers.window().expects("400 POST /api/cases/" + caseNo + "/events/.*");
        TaskPane task = officers.opens("调查核实", caseNo);
        CaseTab tab = new CaseTab(task);
        Locator section = tab.section("变动登记");
        assertThat(section).containsText("投诉人明确表示不再投诉时登记");
        Page page = officers.window().page();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Keys keys = new Keys(page);

        section.getByRole(BUTTON, new Locator.GetByRoleOptions().setName("登记“投诉人撤回”"))
                .focus();
        keys.press("Enter");
        assertThat(dialog).containsText(caseNo);
        assertThat(dialog).containsText("请先向投诉人本人核实。");
        keys.press("Escape");
        assertThat(dialog).hasCount(0);
        assertThat(section.getByRole(BUTTON)).isFocused();

        keys.press("Enter");
        dialog.getByLabel("撤回方式").focus();
        keys.types("书面");
        dialog.getByLabel("撤回方式").selectOption("writing");
        dialog.getByLabel("撤回日期").fill(today.plusDays(1).toString());
        keys.tabsTo(TEXTBOX, "撤回理由 *")
                .types("已与物业协商解决")
                .tabsTo(CHECKBOX, "已告知撤回后可以再次投诉")
                .press("Space");
        keys.tabsTo(BUTTON, "确认登记").press("Enter");
        assertThat(dialog.getByRole(AriaRole.ALERT)).hasText("撤回日期不能晚于现在");
        dialog.getByLabel("撤回日期").fill(today.toString());
        keys.tabsTo(BUTTON, "确认登记").press("Enter");
        assertThat(dialog).containsText("已登记“投诉人撤回”，流程已经继续");
        keys.press("Enter");

        assertThat(dialog).hasCount(0);
        assertThat(page.locator(".no-task")).isVisible();
        assertThat(page.getByText("没有符合条件的任务。")).isVisible();
        assertThat(officers.window().api("/api/cases/" + caseNo).path("state").asText())
                .isEqualTo("closed");
        assertThat(officers.window().api("/api/cases/" + caseNo + "/timeline").findValuesAsText("value"))
                .contains("已与物业协商解决", "书面");
        assertThat(page.request().get("/api/cases/" + caseNo + "/archive").ok()).isTrue();
    }
}
