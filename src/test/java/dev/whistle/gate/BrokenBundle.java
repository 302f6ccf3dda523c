package dev.whistle.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bundle of {@code gate/} that is good but for one thing: what {@code change.json} changes about a good one, and the
 * files that lie beside it.
 *
 * @param files what would be deployed, by file name
 * @param says words that the refusal must contain: the element, what is wrong with it, how to mend it
 */
record BrokenBundle(String name, Map<String, byte[]> files, List<String> says) {

    static final String SLUG = "t-gate";

    private static final Path CORPUS = Path.of("src/test/resources/gate");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEGABYTE = "{a megabyte}";
    private static final String NO_TEXT = "{bytes that are no text}";
    private static final int LARGER_THAN_ALLOWED = 1_100_000;

    /** @param of the good one that is changed, where it is not the usual one */
    private record Change(
            @Nullable String of,
            @Nullable String file,
            @Nullable List<Edit> change,
            boolean everywhere,
            List<String> says) {}

    private record Edit(String find, String put) {}

    /** All of them, in the order of their numbers. */
    static Stream<BrokenBundle> all() {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            return folders
                    .filter(it -> String.valueOf(it.getFileName()).matches("\\d+-.*"))
                    .sorted()
                    .map(BrokenBundle::read)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static BrokenBundle of(String name) {
        return all().filter(it -> it.name().endsWith("-" + name)).findFirst().orElseThrow();
    }

    /** The bundle that most others are made from. */
    static Map<String, byte[]> good() {
        return good("good");
    }

    /** The good one of this name. */
    static Map<String, byte[]> good(String name) {
        return filesOf(CORPUS.resolve(name));
    }

    /** Names of those that are good. */
    static Stream<String> allGood() {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            return folders
                    .map(it -> String.valueOf(it.getFileName()))
                    .filter(it -> it.startsWith("good"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What was changed alone, as a designer would send the one file that is open. */
    String changedFile() {
        Map<String, byte[]> good = good();
        return files.keySet().stream()
                .filter(it -> !Arrays.equals(files.get(it), good.get(it)))
                .findFirst()
                .orElseThrow();
    }

    private static BrokenBundle read(Path folder) {
        Change change = change(folder);
        Map<String, byte[]> files = change.of() == null ? good() : good(change.of());
        filesOf(folder).forEach((name, content) -> {
            if (!name.equals("change.json")) {
                files.put(name.replace("up+", "../"), content);
            }
        });
        if (change.file() != null && change.change() != null) {
            String text = new String(files.get(change.file()), StandardCharsets.UTF_8);
            for (Edit edit : change.change()) {
                text = edited(folder, text, edit, change.everywhere());
            }
            files.put(change.file(), bytes(text));
        }
        return new BrokenBundle(String.valueOf(folder.getFileName()), files, change.says());
    }

    private static String edited(Path folder, String text, Edit edit, boolean everywhere) {
        int at = text.indexOf(edit.find());
        if (at < 0) {
            throw new IllegalStateException(folder + " changes what is not there: " + edit.find());
        }
        return everywhere
                ? text.replace(edit.find(), edit.put())
                : text.substring(0, at)
                        + edit.put()
                        + text.substring(at + edit.find().length());
    }

    private static byte[] bytes(String text) {
        return text.contains(NO_TEXT)
                ? text.replace(NO_TEXT, "é").getBytes(StandardCharsets.ISO_8859_1)
                : text.replace(MEGABYTE, "x".repeat(LARGER_THAN_ALLOWED)).getBytes(StandardCharsets.UTF_8);
    }

    private static Change change(Path folder) {
        try {
            return JSON.readValue(folder.resolve("change.json").toFile(), Change.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(folder.toString(), unreadable);
        }
    }

    private static Map<String, byte[]> filesOf(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.toList()) {
                files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
