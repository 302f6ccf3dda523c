package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** Where every application begins. */
final class LoginPage {

    private static final String PASSWORD = "demo";

    private final Window window;
    private final Locator form;

    LoginPage(Window window, String app) {
        this.window = window;
        window.page().navigate("/camunda/app/" + app + "/default/");
        form = window.page().locator("form[name=signinForm]");
        // Until it has focused its first field itself, it would take the focus away from the second.
        assertThat(form.getByPlaceholder("账号")).isFocused();
        window.settles();
    }

    Window login(String officer) {
        enter(officer, PASSWORD);
        assertThat(form).hasCount(0);
        return window;
    }

    LoginPage enter(String officer, String password) {
        form.getByPlaceholder("账号").fill(officer);
        form.getByPlaceholder("密码").fill(password);
        window.page()
                .getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("登录"))
                .click();
        return this;
    }

    Window window() {
        return window;
    }
}
