package dev.whistle.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ScreenshotOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;

/** Pictures of what officers see, where somebody wants to look at it: {@code -Dwhistle.pictures=<folder>}. */
final class Pictures {

    /** So that a long form is on one picture. */
    private static final int TALL = 2_400;

    private Pictures() {}

    /** The window as it is, for the page 使用说明. */
    static void takeWindow(Page page, String name) {
        String folder = System.getProperty("whistle.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
    }

    static void take(Locator of, String name) {
        String folder = System.getProperty("whistle.pictures");
        if (folder != null) {
            Page page = of.page();
            ViewportSize usual = page.viewportSize();
            page.setViewportSize(usual.width, TALL);
            of.screenshot(new ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
            page.setViewportSize(usual.width, usual.height);
        }
    }
}
