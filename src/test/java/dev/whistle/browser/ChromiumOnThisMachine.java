package dev.whistle.browser;

import dev.whistle.testing.Command;
import dev.whistle.testing.DebianPackages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Chromium and a font with Chinese characters, without which every page would be a page of boxes. Where they are
 * missing and we may, they are installed; else the tests fail and say what to install. They are never skipped.
 *
 * <p>Best is Chromium's headless shell: the same pages without the window around them, for half the processor's time.
 * Where it cannot be had, a whole Chromium does.
 */
final class ChromiumOnThisMachine {

    private static final String SHELL = "chromium-headless-shell";
    private static final List<String> NAMES =
            List.of(SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private ChromiumOnThisMachine() {}

    static Path executable() {
        if (Command.find(SHELL).isEmpty() || !hasChineseFont()) {
            install();
        }
        return complete()
                .orElseThrow(() -> new IllegalStateException("browser tests need Chromium and a Chinese font: install"
                        + " chromium-headless-shell (or chromium) and fonts-noto-cjk (Debian's names)"));
    }

    private static void install() {
        try {
            DebianPackages.install(List.of(SHELL, "fonts-noto-cjk", "fontconfig"));
        } catch (IllegalStateException notInstalled) {
            if (complete().isEmpty()) {
                throw notInstalled;
            }
        }
    }

    private static Optional<Path> complete() {
        return find().filter(it -> hasChineseFont());
    }

    private static Optional<Path> find() {
        return NAMES.stream().flatMap(name -> Command.find(name).stream()).findFirst();
    }

    private static boolean hasChineseFont() {
        return Command.find("fc-list").isPresent()
                && Command.run(List.of("fc-list", ":lang=zh-cn", "family")).said().stream()
                        .anyMatch(line -> !line.isBlank());
    }
}
