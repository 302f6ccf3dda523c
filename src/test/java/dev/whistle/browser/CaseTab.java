package dev.whistle.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

/** The case, in its tab beside the task's form. */
final class CaseTab {

    private final Locator tab;

    CaseTab(TaskPane task) {
        tab = task.tab("案件").locator(".whistle-case");
        section("办理经过").waitFor();
    }

    Locator section(String name) {
        return tab.getByRole(
                AriaRole.REGION, new GetByRoleOptions().setName(name).setExact(true));
    }

    /** What was said about the last act, for screen readers too. */
    Locator said() {
        return tab.locator(".whistle-said");
    }

    Locator shown() {
        return tab;
    }

    void adds(FilePayload file) {
        section("附件").locator("input[type=file]").setInputFiles(file);
    }
}
