package dev.whistle.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page 使用说明, whose pictures other browser tests take. */
@InBrowser
class HelpPageTest {

    @Test
    void everyTopicWithItsPicture(Office office) {
        TasklistPage tasklist = office.tasklist("wanli-1");
        Page page = tasklist.window().page();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("使用说明"))
                .click();
        Locator main = page.locator("main.whistle-help");

        Locator pictures = main.locator("img");
        assertThat(pictures).hasCount(13);
        for (Locator picture : pictures.all()) {
            assertThat(picture.getAttribute("alt")).isNotBlank();
            assertThat((boolean) picture.evaluate(
                            "it => { it.loading = 'eager'; return it.decode().then(() => it.naturalWidth > 100) }"))
                    .as(picture.getAttribute("src"))
                    .isTrue();
        }
        Pictures.take(main, "help");
        main.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("移交与代办"))
                .click();
        Locator topic = main.locator("h3").getByText("移交与代办");
        assertThat(topic).isFocused();
        assertThat(topic).isInViewport();

        Reader reader = new Reader(tasklist.window(), new Words(List.of("Esc")));
        reader.readsWhatIsThere("help");
        reader.assertChinese();
    }
}
