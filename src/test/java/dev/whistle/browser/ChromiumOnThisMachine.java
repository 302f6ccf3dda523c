package dev.whistle.browser;

import dev.whistle.testing.Command;
import dev.whistle.testing.DebianPackages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Chromium and a font with Chinese characters, without which every page would be a page of boxes. Where they are
 * missing and we may, they are installed; else the tests fail and say what to install. They are never skipped.
 */
final class ChromiumOnThisMachine {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private ChromiumOnThisMachine() {}

    static Path executable() {
        if (find().isEmpty() || !hasChineseFont()) {
            DebianPackages.install(List.of("chromium", "fonts-noto-cjk", "fontconfig"));
        }
        return find().filter(it -> hasChineseFont())
                .orElseThrow(() -> new IllegalStateException("browser tests need Chromium and a Chinese font: install"
                        + " chromium and fonts-noto-cjk (Debian's names)"));
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
