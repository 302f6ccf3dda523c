package dev.whistle.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** A person who only has a keyboard. */
final class Keys {

    private static final int TOO_FAR = 60;

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    Keys types(String text) {
        page.keyboard().type(text);
        return this;
    }

    Keys press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** Goes on by Tab until this is focused. */
    Keys tabsTo(AriaRole role, String name) {
        return tabsTo("Tab", role, name);
    }

    Keys tabsBackTo(AriaRole role, String name) {
        return tabsTo("Shift+Tab", role, name);
    }

    private Keys tabsTo(String key, AriaRole role, String name) {
        Locator target =
                page.getByRole(role, new GetByRoleOptions().setName(name).setExact(true));
        target.waitFor();
        for (int i = 0; i < TOO_FAR; i++) {
            page.keyboard().press(key);
            if ((boolean) target.evaluate("it => it === document.activeElement")) {
                return this;
            }
        }
        throw new AssertionError("no way by %s to %s \"%s\"".formatted(key, role, name));
    }
}
