package dev.whistle.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Tools of the npm registry that judge our files as Camunda Modeler does. They are fetched by the machine's own npm, as
 * it is set up there, into {@code target}; where npm is missing and we may, it is installed. What cannot be had fails
 * the test: it is never skipped. The application itself needs none of this.
 */
public final class NodeTools {

    private static final Path FOLDER = Path.of("target", "npm");

    private final Path folder;

    private NodeTools(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes sure that these packages are there.
     *
     * @param packages exact versions, as {@code name@version}
     * @throws IllegalStateException if they cannot be had, saying what to do
     */
    public static synchronized NodeTools with(String... packages) {
        Path folder =
                FOLDER.resolve(HexFormat.of().toHexDigits(List.of(packages).hashCode()));
        Path complete = folder.resolve("complete");
        if (!Files.exists(complete)) {
            fetch(folder, List.of(packages));
            write(complete, String.join("\n", packages).getBytes(StandardCharsets.UTF_8));
        }
        return new NodeTools(folder);
    }

    /**
     * Runs a script that lies beside a test class and imports these packages.
     *
     * @return the lines it printed
     * @throws AssertionError with all that it printed, if it ended with an error
     */
    public List<String> run(Class<?> beside, String script, Stream<Path> files) {
        Path copy = folder.resolve(script);
        try (InputStream text = Objects.requireNonNull(beside.getResourceAsStream(script), script)) {
            write(copy, text.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<String> command = new ArrayList<>(List.of("node", copy.toString()));
        files.map(file -> file.toAbsolutePath().toString()).forEach(command::add);
        Command.Ran ran = Command.run(command);
        if (ran.exit() != 0) {
            throw new AssertionError(script + ":\n" + String.join("\n", ran.said()));
        }
        return ran.said();
    }

    /** A file of one of these packages, as {@code <package>/<path in it>}. */
    public Path file(String ofPackage) {
        return folder.resolve("node_modules").resolve(ofPackage);
    }

    private static void fetch(Path folder, List<String> packages) {
        if (npmIsMissing()) {
            DebianPackages.install(List.of("npm"));
        }
        if (npmIsMissing()) {
            throw new IllegalStateException("tests need Node.js and npm on the PATH, to fetch " + packages);
        }
        List<String> install = new ArrayList<>(List.of(
                "npm",
                "install",
                "--prefix",
                folder.toString(),
                "--no-save",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--prefer-offline"));
        install.addAll(packages);
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        Command.Ran ran = Command.runShown(install);
        if (ran.exit() != 0) {
            throw new IllegalStateException("npm could not fetch %s (%d): check that it reaches its registry\n%s"
                    .formatted(packages, ran.exit(), String.join("\n", ran.said())));
        }
    }

    private static boolean npmIsMissing() {
        return Stream.of("node", "npm").anyMatch(it -> Command.find(it).isEmpty());
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
