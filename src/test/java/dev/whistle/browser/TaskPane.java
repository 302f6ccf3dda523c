package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A task that was opened: its head, its tabs and its form. */
final class TaskPane {

    private static final Pattern SHOWN = Pattern.compile("[?&]task=([^&]+)");

    private final Window window;
    private final Page page;
    private final Locator pane;

    TaskPane(Window window, String task) {
        this.window = window;
        this.page = window.page();
        pane = page.locator(".task-card");
        assertThat(pane.locator("h2.task")).hasText(task);
    }

    TaskPane claims() {
        pane.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("领取")).click();
        assertThat(pane.locator(".disabled-form")).hasCount(0);
        return this;
    }

    FormPane form() {
        return new FormPane(pane);
    }

    Locator tab(String name) {
        pane.locator(".nav-tabs").getByText(name).click();
        return pane.locator(".tab-content");
    }

    /** Hands in a form that is not right: it stays where it is and says what is missing. */
    FormPane refuses() {
        submit().click();
        assertThat(submit()).isDisabled();
        page.locator(".page-notifications .close:visible").click(); // it lies over the button
        return form();
    }

    private Locator submit() {
        return pane.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("提交"));
    }

    void completes() {
        // Looked at once more by Tasklist when it is done: gone, or another's by then.
        Matcher shown = SHOWN.matcher(page.url());
        if (shown.find()) {
            window.expects("40[34] GET /camunda/api/engine/engine/default/task/" + shown.group(1));
        }
        submit().click();
        assertThat(pane).hasCount(0);
        assertThat(page.locator(".no-task")).hasText("请在列表中选择一个任务。");
    }
}
