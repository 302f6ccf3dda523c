package dev.whistle.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The letters' templates: {@code forms/documents} in the folder of {@code whistle.models-dir}, else in the jar. */
@Component
class Templates {

    static final String FOLDER = "forms/documents/";

    private final @Nullable Path modelsDir;

    Templates(@Value("${whistle.models-dir:#{null}}") @Nullable Path modelsDir) {
        this.modelsDir = modelsDir;
    }

    /** A template's content; empty where there is no such file. */
    Optional<byte[]> find(String file) {
        return Optional.ofNullable(modelsDir)
                .<Resource>map(folder -> new FileSystemResource(folder.resolve(FOLDER + file)))
                .filter(Resource::exists)
                .or(() -> Optional.of(new ClassPathResource(FOLDER + file)))
                .filter(Resource::exists)
                .map(Templates::content);
    }

    private static byte[] content(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
