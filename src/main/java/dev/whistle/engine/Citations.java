package dev.whistle.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Where the newest versions of processes, tables and forms name clauses: in the documentation of elements, in the rows
 * of tables (their description or their column of clauses) and in the texts of forms.
 */
@Component
public class Citations {

    private final RepositoryService models;
    private final Unrestricted engine;
    private final ObjectMapper json;

    /** A version never changes: read once, by its id. */
    private final Map<String, List<Citation>> known = new ConcurrentHashMap<>();

    Citations(@Lazy RepositoryService models, Unrestricted engine, ObjectMapper json) {
        this.models = models;
        this.engine = engine;
        this.json = json;
    }

    /** All of them: processes with their forms, then tables, each in the order of their ids. */
    public List<Citation> newest() {
        return engine.run(() -> Stream.concat(
                        models
                                .createProcessDefinitionQuery()
                                .latestVersion()
                                .orderByProcessDefinitionKey()
                                .asc()
                                .list()
                                .stream()
                                .map(it -> known.computeIfAbsent(it.getId(), id -> read(it))),
                        models
                                .createDecisionDefinitionQuery()
                                .latestVersion()
                                .orderByDecisionDefinitionKey()
                                .asc()
                                .list()
                                .stream()
                                .map(it -> known.computeIfAbsent(it.getId(), id -> read(it))))
                .flatMap(List::stream)
                .toList());
    }

    private List<Citation> read(ProcessDefinition process) {
        Naming naming = naming(process, Citation.Kind.PROCESS);
        Stream<Citation> elements =
                models.getBpmnModelInstance(process.getId()).getModelElementsByType(Documentation.class).stream()
                        .map(it -> {
                            BaseElement element = (BaseElement) it.getParentElement();
                            return naming.citation(
                                    element.getId(), element.getAttributeValue("name"), it.getTextContent());
                        });
        Stream<Citation> forms = models.getDeploymentResourceNames(process.getDeploymentId()).stream()
                .filter(it -> it.endsWith(".form"))
                .sorted()
                .flatMap(it -> form(naming.procedure(), process.getDeploymentId(), it));
        return citing(Stream.concat(elements, forms));
    }

    private List<Citation> read(DecisionDefinition table) {
        Naming naming = naming(table, Citation.Kind.TABLE);
        Decision decision = models.getDmnModelInstance(table.getId()).getModelElementById(table.getKey());
        Stream<Citation> itself =
                Stream.of(naming.citation(table.getKey(), table.getName(), text(decision.getDescription())));
        Stream<Citation> rows = decision.getModelInstance().getModelElementsByType(Rule.class).stream()
                .filter(it -> Objects.equals(it.getParentElement().getParentElement(), decision))
                .map(it -> naming.citation(it.getId(), text(it.getDescription()), it.getTextContent()));
        return citing(Stream.concat(itself, rows));
    }

    private Stream<Citation> form(String procedure, String deployment, String file) {
        JsonNode form;
        try (InputStream content = models.getResourceAsStream(deployment, file)) {
            form = json.readTree(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Naming naming =
                new Naming(procedure, Citation.Kind.FORM, form.path("id").asText(file), null);
        return components(form)
                .map(it -> naming.citation(
                        it.path("id").asText(),
                        it.path("label").asText(it.path("text").asText()),
                        Stream.of("label", "description", "text")
                                .map(key -> it.path(key).asText())
                                .collect(Collectors.joining("\n"))));
    }

    /** Components of a form, those in groups too. */
    private static Stream<JsonNode> components(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(it -> Stream.concat(Stream.of(it), components(it)));
    }

    private Naming naming(ResourceDefinition definition, Citation.Kind kind) {
        Deployment deployment = models.createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
        return new Naming(
                Optional.ofNullable(deployment.getName()).orElse(definition.getKey()),
                kind,
                definition.getKey(),
                definition.getName());
    }

    private static List<Citation> citing(Stream<Citation> all) {
        return all.filter(it -> !it.clauses().isEmpty()).toList();
    }

    private static String text(@Nullable Description description) {
        return Optional.ofNullable(description)
                .map(ModelElementInstance::getTextContent)
                .map(String::strip)
                .orElse("");
    }

    /** What all places of one model have in common. */
    private record Naming(
            String procedure,
            Citation.Kind kind,
            String model,
            @Nullable String modelName) {

        Citation citation(String element, @Nullable String name, String text) {
            return new Citation(procedure, kind, model, modelName, element, name, Guidance.clausesIn(text));
        }
    }
}
