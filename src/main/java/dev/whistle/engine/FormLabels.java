package dev.whistle.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What is asked in the forms of a procedure, by the labels that officers read. */
@Component
public class FormLabels {

    private final RepositoryService repository;
    private final Unrestricted engine;
    private final ObjectMapper json;

    FormLabels(@Lazy RepositoryService repository, Unrestricted engine, ObjectMapper json) {
        this.repository = repository;
        this.engine = engine;
        this.json = json;
    }

    /**
     * Labels of the fields in the newest forms of a procedure, each with the keys of the fields that carry it. Fields
     * that only show something and fields of a person's data are left out.
     *
     * @param procedure its short name; one that nobody has deployed has no labels
     */
    public Map<String, Set<String>> of(String procedure) {
        return engine.run(() -> {
            Map<String, Set<String>> labels = new TreeMap<>();
            newest(procedure).stream()
                    .flatMap(bundle -> repository.getDeploymentResourceNames(bundle.getId()).stream()
                            .filter(file -> file.endsWith(".form"))
                            .map(file -> repository.getResourceAsStream(bundle.getId(), file)))
                    .flatMap(form -> FormSchema.of(parse(form)).fields().stream())
                    .filter(field -> !field.fixed() && field.party() == null)
                    .forEach(field -> labels.computeIfAbsent(field.label(), label -> new TreeSet<>())
                            .add(field.key()));
            return labels;
        });
    }

    private Optional<Deployment> newest(String procedure) {
        return repository
                .createDeploymentQuery()
                .deploymentName(procedure)
                .orderByDeploymentTime()
                .desc()
                .list()
                .stream()
                .findFirst();
    }

    private JsonNode parse(InputStream form) {
        try (form) {
            return json.readTree(form);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
