package dev.whistle.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files that process designers work on, as they stand in the repository. */
final class Models {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Models() {}

    static Stream<Path> bpmn() {
        return files(PROCESSES, ".bpmn");
    }

    static Stream<Path> dmn() {
        return files(PROCESSES, ".dmn");
    }

    static Stream<Path> forms() {
        return files(FORMS, ".form");
    }

    /** The folder a file stands in, which is its procedure's short name. */
    static String slug(Path file) {
        return String.valueOf(file.getName(file.getNameCount() - 2));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    /** All components of a form, those in groups too. */
    static List<JsonNode> components(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(it -> Stream.concat(Stream.of(it), components(it).stream()))
                .toList();
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
