package dev.whistle.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Chromium and a font with Chinese characters, without which every page would be a page of boxes. Where they are missing
 * and we may, they are installed; else the tests fail and say what to install. They are never skipped.
 */
final class ChromiumOnThisMachine {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> PACKAGES = List.of("chromium", "fonts-noto-cjk");
    private static final int MINUTES = 10;

    private ChromiumOnThisMachine() {}

    static Path executable() {
        if (missing()) {
            install();
        }
        return find().filter(it -> hasChineseFont())
                .orElseThrow(() -> new IllegalStateException("browser tests need Chromium and a Chinese font: install "
                        + String.join(" and ", PACKAGES) + " (Debian's names)"));
    }

    private static boolean missing() {
        return find().isEmpty() || !hasChineseFont();
    }

    private static Optional<Path> find() {
        return NAMES.stream()
                .flatMap(ChromiumOnThisMachine::onPath)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> onPath(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin");
        return Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name));
    }

    private static boolean hasChineseFont() {
        return onPath("fc-list").anyMatch(Files::isExecutable)
                && run(List.of("fc-list", ":lang=zh-cn", "family")).said().stream()
                        .anyMatch(line -> !line.isBlank());
    }

    /** Only as root on a Debian or Ubuntu: nobody else's machine is changed by its tests. */
    private static void install() {
        if (!"root".equals(System.getProperty("user.name")) || onPath("apt-get").noneMatch(Files::isExecutable)) {
            return;
        }
        List<String> install = new ArrayList<>(List.of("apt-get", "install", "--yes", "--no-install-recommends"));
        install.addAll(PACKAGES);
        install.add("fontconfig");
        for (List<String> command : List.of(List.of("apt-get", "update"), install)) {
            System.out.println("browser tests: " + String.join(" ", command));
            Ran ran = run(command);
            if (ran.exit() != 0) {
                throw new IllegalStateException("'%s' failed (%d); browser tests need %s:\n%s"
                        .formatted(
                                String.join(" ", command),
                                ran.exit(),
                                String.join(" and ", PACKAGES),
                                String.join("\n", ran.said())));
            }
        }
    }

    private record Ran(int exit, List<String> said) {}

    private static Ran run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        boolean shown = command.contains("apt-get");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture.delayedExecutor(MINUTES, TimeUnit.MINUTES).execute(process::destroyForcibly);
            List<String> said = new ArrayList<>();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.add(line);
                    if (shown) {
                        System.out.println(line);
                    }
                }
            }
            return new Ran(process.waitFor(), said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
