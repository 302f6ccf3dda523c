package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Tasklist of an officer who is logged in. */
final class TasklistPage {

    private final Window window;
    private final Page page;

    TasklistPage(Window window) {
        this.window = window;
        this.page = window.page();
        page.locator(".start-process-action a").waitFor();
    }

    Window window() {
        return window;
    }

    StartDialog starts(String process) {
        page.locator(".start-process-action a").click();
        page.locator(".modal-dialog .processes a").getByText(process).click();
        return new StartDialog(page);
    }

    /** Looks a case up by its number among the tasks that nobody has claimed and opens the one task that is there. */
    TaskPane opens(String task, String caseNo) {
        page.locator(".task-filters a").getByText("本单位待领").click();
        Locator search = page.getByPlaceholder("筛选任务");
        Locator earlier = page.locator(".search-label .remove-search");
        while (earlier.count() > 0) {
            earlier.first().click();
        }
        search.click();
        search.pressSequentially("案件编号");
        search.press("Enter");
        Locator value = page.locator(".search-label .value-field input");
        assertThat(value).isFocused();
        value.pressSequentially(caseNo);
        value.press("Enter");
        Locator found = page.locator("ol.tasks-list h4.task");
        assertThat(found).hasText(new String[] {task});
        found.locator("a").click();
        return new TaskPane(window, task);
    }

    /** Opens a task by its address, as the link in a mail does. */
    TaskPane goesTo(String taskId, String task) {
        if (page.url().contains("#/?")) {
            // Tasklist, when it has just opened, writes into its address which list it shows, and would write over
            // ours.
            page.waitForCondition(() -> page.url().contains("filter="));
        }
        page.evaluate("id => location.hash = '#/?task=' + id", taskId);
        return new TaskPane(window, task);
    }

    /** The number of the case with this title, as our interface lists it. */
    String caseAbout(String matter) {
        JsonNode found = window.api("/api/cases?q=" + matter).path("cases");
        if (found.size() != 1) {
            throw new AssertionError("one case about " + matter + " expected: " + found);
        }
        return found.get(0).path("caseNo").asText();
    }
}
