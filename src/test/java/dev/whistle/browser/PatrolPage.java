package dev.whistle.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;

/** The page 小区巡查, behind its entry in Tasklist's header. */
final class PatrolPage {

    private final Page page;

    private PatrolPage(Page page) {
        this.page = page;
        section("本周巡查记录").waitFor();
    }

    static PatrolPage opened(TasklistPage tasklist) {
        Page page = tasklist.window().page();
        page.evaluate("location.hash = '#/patrols'"); // on a phone the header folds its entries away
        return new PatrolPage(page);
    }

    /** The field of this name, as the server calls it. */
    Locator field(String name) {
        return page.locator("#patrol-" + name.replace('.', '-'));
    }

    PatrolPage enters(String name, String text) {
        field(name).fill(text);
        return this;
    }

    PatrolPage selects(String name, String text) {
        field(name).selectOption(new SelectOption().setLabel(text));
        return this;
    }

    /** Presses one of a few large choices. */
    PatrolPage chooses(String text) {
        section("登记巡查")
                .locator(".whistle-choices label")
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .click();
        return this;
    }

    PatrolPage records() {
        section("登记巡查")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("登记").setExact(true))
                .click();
        return this;
    }

    /** What stands beneath a field that was refused. */
    Locator wrong(String name) {
        return page.locator("#patrol-" + name.replace('.', '-') + "-wrong");
    }

    Locator section(String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator main() {
        return page.locator("main.whistle-patrols");
    }
}
