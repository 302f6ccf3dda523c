package dev.whistle.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** The one browser of a test run; JUnit closes it after the last test. */
@SuppressWarnings("deprecation") // AutoCloseable would do from JUnit 5.13 on
final class Chromium implements CloseableResource {

    private static final List<String> QUIET = List.of(
            "--no-sandbox", // Chromium refuses root, whom containers run as, otherwise
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Window.PATIENCE);
        Path executable = ChromiumOnThisMachine.executable();
        // The driver comes from Maven Central with its own Node; a browser must never be downloaded.
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            Browser browser = playwright
                    .chromium()
                    .launch(new LaunchOptions().setExecutablePath(executable).setArgs(QUIET));
            return new Chromium(playwright, browser);
        } catch (RuntimeException notLaunched) {
            playwright.close();
            throw notLaunched;
        }
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
