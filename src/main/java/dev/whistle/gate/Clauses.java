package dev.whistle.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The clauses that models may stand on: {@code processes/clauses.csv} of {@code whistle.models-dir}, else of the jar. */
@Component
class Clauses {

    private static final String FILE = "processes/clauses.csv";

    private final Set<String> ids;

    Clauses(@Value("${whistle.models-dir:#{null}}") @Nullable Path modelsDir) {
        Resource own = modelsDir == null ? null : new FileSystemResource(modelsDir.resolve(FILE));
        this.ids = read(own != null && own.exists() ? own : new ClassPathResource(FILE));
    }

    boolean knows(String id) {
        return ids.contains(id);
    }

    /** The id is the first column and never quoted; the others are nobody's business here. */
    private static Set<String> read(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, Math.max(0, line.indexOf(','))))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
