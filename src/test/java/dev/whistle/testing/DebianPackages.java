package dev.whistle.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Installs what tests need and a machine lacks: only as root on a Debian or Ubuntu, never on anybody's own machine. */
public final class DebianPackages {

    /** Both halves of the tests may lack something at the same time, and apt serves one. */
    private static final Path ONE_AT_A_TIME = Path.of("target", "apt.lock");

    private DebianPackages() {}

    /**
     * Installs them where we may; elsewhere nothing happens, and whoever needs them says what is missing.
     *
     * @throws IllegalStateException if the installation fails
     */
    public static void install(List<String> packages) {
        if (!"root".equals(System.getProperty("user.name"))
                || Command.find("apt-get").isEmpty()) {
            return;
        }
        try (FileChannel file = FileChannel.open(ONE_AT_A_TIME, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock ours = file.lock()) {
            run(packages);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static void run(List<String> packages) {
        List<String> install = new ArrayList<>(List.of("apt-get", "install", "--yes", "--no-install-recommends"));
        install.addAll(packages);
        for (List<String> command : List.of(List.of("apt-get", "update"), install)) {
            Command.Ran ran = Command.runShown(command);
            if (ran.exit() != 0) {
                throw new IllegalStateException("'%s' failed (%d); tests need %s:\n%s"
                        .formatted(
                                String.join(" ", command),
                                ran.exit(),
                                String.join(" and ", packages),
                                String.join("\n", ran.said())));
            }
        }
    }
}
