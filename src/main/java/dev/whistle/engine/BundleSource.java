package dev.whistle.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Reads bundles from the jar's {@code processes/<slug>} and {@code forms/<slug>}. A folder named by
 * {@code whistle.models-dir} with the same two folders in it overrides them, bundle by bundle.
 */
@Component
class BundleSource {

    private static final List<String> PATTERNS = List.of("processes/*/*.bpmn", "processes/*/*.dmn", "forms/*/*.form");

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final @Nullable Path modelsDir;

    BundleSource(@Value("${whistle.models-dir:#{null}}") @Nullable Path modelsDir) {
        this.modelsDir = modelsDir;
    }

    /** All bundles; {@code shared}, which the others use, comes first. */
    List<Bundle> bundles() {
        Map<String, Map<String, byte[]>> bySlug = read("classpath*:");
        if (modelsDir != null) {
            bySlug.putAll(read("file:" + modelsDir.toAbsolutePath() + "/"));
        }
        return bySlug.entrySet().stream()
                .map(it -> Bundle.of(it.getKey(), it.getValue()))
                .sorted((a, b) ->
                        Boolean.compare(b.slug().equals("shared"), a.slug().equals("shared")))
                .toList();
    }

    private Map<String, Map<String, byte[]>> read(String root) {
        Map<String, Map<String, byte[]>> bySlug = new TreeMap<>();
        try {
            for (String pattern : PATTERNS) {
                for (Resource file : resources.getResources(root + pattern)) {
                    String[] path = file.getURL().getPath().split("/");
                    bySlug.computeIfAbsent(path[path.length - 2], slug -> new LinkedHashMap<>())
                            .put(path[path.length - 1], file.getContentAsByteArray());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return bySlug;
    }
}
