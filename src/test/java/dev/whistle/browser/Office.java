package dev.whistle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The browser windows of one test. Every officer has his own, with his own session. */
final class Office {

    private final Browser browser;
    private final int port;
    private final List<Window> windows = new ArrayList<>();

    Office(Browser browser, int port) {
        this.browser = browser;
        this.port = port;
    }

    /** A Tasklist that this officer has just logged in to. */
    TasklistPage tasklist(String officer) {
        return new TasklistPage(window("tasklist").login(officer));
    }

    /** The same on a tablet, worked by touch, which is held upright once somebody is logged in: the header folds then. */
    TasklistPage tablet(String officer) {
        TasklistPage tasklist =
                new TasklistPage(window("tasklist", options().setHasTouch(true)).login(officer));
        tasklist.window().page().setViewportSize(768, 1024);
        return tasklist;
    }

    /** An application's login page. */
    LoginPage window(String app) {
        return window(app, options());
    }

    private LoginPage window(String app, NewContextOptions options) {
        Window window = new Window(browser.newContext(options));
        windows.add(window);
        return new LoginPage(window, app);
    }

    private NewContextOptions options() {
        return new NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(1440, 900);
    }

    void assertNoComplaints() {
        assertThat(windows.stream().flatMap(it -> it.complaints().stream()))
                .as("errors in the browser's console and failed requests")
                .isEmpty();
    }

    void takePictures(Path folder, String name) {
        for (int i = 0; i < windows.size(); i++) {
            windows.get(i).takePicture(folder.resolve(name.replaceAll("[^\\w.-]+", "_") + "-" + (i + 1) + ".png"));
        }
    }

    void close() {
        windows.forEach(Window::close);
    }
}
