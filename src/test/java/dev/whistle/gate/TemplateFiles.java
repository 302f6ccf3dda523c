package dev.whistle.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The element templates as files, where Camunda Modeler looks for them: a folder {@code .camunda} above the models.
 * Each holds the newest version of one template first and its older ones after it, so that the Modeler offers the
 * update.
 */
final class TemplateFiles {

    static final Path FOLDER = Path.of("processes", ".camunda", "element-templates");

    private static final TypeReference<List<Template>> VERSIONS = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultIndenter INDENTED = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = JSON.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(INDENTED)
            .withArrayIndenter(INDENTED)
            .withSeparators(
                    DefaultPrettyPrinter.DEFAULT_SEPARATORS.withObjectFieldValueSpacing(Separators.Spacing.AFTER)));

    private TemplateFiles() {}

    static List<Path> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the template's file must hold: this version, and older ones as they stand. */
    static String wanted(Template template) {
        Stream<Template> older = older(template);
        try {
            return WRITER.writeValueAsString(
                            Stream.concat(Stream.of(template), older).toList())
                    + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The template of the same version as it stands in its file, if it has been written. */
    static Optional<Template> written(Template template) {
        return inFile(template).filter(it -> it.version() == template.version()).findFirst();
    }

    static Path file(Template template) {
        return FOLDER.resolve(template.fileName());
    }

    private static Stream<Template> older(Template template) {
        return inFile(template).filter(it -> it.version() < template.version());
    }

    private static Stream<Template> inFile(Template template) {
        return Files.exists(file(template)) ? versions(file(template)).stream() : Stream.of();
    }

    private static List<Template> versions(Path file) {
        try {
            return JSON.readValue(file.toFile(), VERSIONS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }
}
