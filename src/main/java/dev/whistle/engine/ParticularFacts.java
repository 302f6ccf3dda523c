package dev.whistle.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.whistle.casefile.CaseFact;
import dev.whistle.casefile.CaseFactSource;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.Particular;
import dev.whistle.casefile.Particulars;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What forms keep with a case, by the labels of their fields. The forms of this application's own bundles count before
 * they are deployed: the shared texts that name their labels are deployed first.
 */
@Component
class ParticularFacts implements CaseFactSource {

    private final RepositoryService repository;
    private final Unrestricted engine;
    private final BundleSource shipped;
    private final Particulars particulars;
    private final ObjectMapper json;

    /** By deployment, whose files never change. */
    private final Map<String, Set<Kept>> deployed = new ConcurrentHashMap<>();

    private volatile @Nullable Set<Kept> ours;

    ParticularFacts(
            @Lazy RepositoryService repository,
            Unrestricted engine,
            BundleSource shipped,
            Particulars particulars,
            ObjectMapper json) {
        this.repository = repository;
        this.engine = engine;
        this.shipped = shipped;
        this.particulars = particulars;
        this.json = json;
    }

    /** A field that is kept with the case. */
    private record Kept(String key, String label) {}

    @Override
    public List<CaseFact> facts() {
        Set<Kept> kept =
                Stream.concat(ours().stream(), engine.run(this::ofNewestModels)).collect(Collectors.toSet());
        return kept.stream()
                .map(it -> CaseFact.open(CaseFact.PARTICULAR + it.key(), it.label(), file -> shown(file, it, kept)))
                .toList();
    }

    /** Two procedures may give fields of one label different keys: a case has that of its own procedure. */
    private Optional<String> shown(CaseFile file, Kept wanted, Set<Kept> kept) {
        Map<String, String> shown =
                particulars.of(file.caseNo()).stream().collect(Collectors.toMap(Particular::name, Particular::shown));
        return Stream.concat(
                        Stream.of(wanted), kept.stream().filter(it -> it.label().equals(wanted.label())))
                .map(it -> shown.get(it.key()))
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private Set<Kept> ours() {
        Set<Kept> read = ours;
        if (read == null) {
            read = shipped.bundles().stream()
                    .flatMap(bundle -> bundle.files().entrySet().stream())
                    .filter(file -> isForm(file.getKey()))
                    .flatMap(file -> kept(form(file.getValue())))
                    .collect(Collectors.toUnmodifiableSet());
            ours = read;
        }
        return read;
    }

    private Stream<Kept> ofNewestModels() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getDeploymentId)
                .distinct()
                .flatMap(it -> deployed.computeIfAbsent(it, this::read).stream());
    }

    private Set<Kept> read(String deployment) {
        return repository.getDeploymentResourceNames(deployment).stream()
                .filter(ParticularFacts::isForm)
                .flatMap(file -> kept(form(bytes(repository.getResourceAsStream(deployment, file)))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isForm(String file) {
        return file.endsWith(".form");
    }

    private static byte[] bytes(InputStream file) {
        try (file) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A form that cannot be read keeps nothing; that it cannot be read is told by those who show it. */
    private JsonNode form(byte[] file) {
        try {
            return json.readTree(file);
        } catch (IOException unreadable) {
            return NullNode.getInstance();
        }
    }

    private static Stream<Kept> kept(JsonNode form) {
        return form.findParents("properties").stream()
                .filter(field -> field.has("key") && FormField.keeps(field.path("properties"), "case"))
                .map(field -> new Kept(
                        field.path("key").asText(),
                        field.path("label").asText(field.path("key").asText())));
    }
}
