package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The dialog a process is started in, at its start form. */
final class StartDialog {

    private final Page page;
    private final Locator dialog;
    private final FormPane form;

    StartDialog(Page page) {
        this.page = page;
        dialog = page.locator(".modal-dialog");
        form = new FormPane(dialog);
    }

    FormPane form() {
        return form;
    }

    /** With an empty or wrong form. */
    void refusesToStart() {
        button().click();
        assertThat(button()).isDisabled();
    }

    void start() {
        button().click();
        assertStarted();
    }

    void assertStarted() {
        assertThat(dialog).hasCount(0);
        assertThat(page.locator(".notifications").first()).containsText("流程已启动");
    }

    Locator button() {
        return dialog.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("启动"));
    }
}
