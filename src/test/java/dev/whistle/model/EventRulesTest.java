package dev.whistle.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a model keeps to that wants officers to record an event: who may is known, and the dialog can draw the form. */
class EventRulesTest {

    private static final Set<String> WHO = Set.of("holders", "first-unit", "district-office");

    /** What {@code case/fields.js} draws. */
    private static final Set<String> DRAWN =
            Set.of("text", "textfield", "textarea", "number", "select", "datetime", "checkbox", "radio");

    @TestFactory
    Stream<DynamicTest> everyEventThatOfficersRecord() {
        return Models.bpmn()
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(),
                        () -> assertThat(faults(file, Models.slug(file), Path.of("forms", Models.slug(file))))
                                .isEmpty()));
    }

    /** The tryout model's events keep to it, under the name it has. */
    @Test
    void theRulesSeeEvents() {
        Path folder = Path.of("src/test/resources/dev/whistle/engine");
        Path tryout = folder.resolve("case-events.bpmn");
        assertThat(offered(tryout)).hasSize(3);
        assertThat(faults(tryout, "case-events", folder))
                .containsExactly("startEvent_broken: no clauses", "startEvent_broken: no guidance in Chinese");
        assertThat(faults(tryout, "other", Path.of("none")))
                .contains(
                        "startEvent_withdrawn: message case-events.withdrawn",
                        "startEvent_withdrawn: no form case-events.withdraw.form");
    }

    private static List<String> faults(Path file, String slug, Path forms) {
        return offered(file).stream().flatMap(it -> faults(it, slug, forms)).toList();
    }

    private static Stream<String> faults(Offered event, String slug, Path forms) {
        return Stream.of(
                        says(!event.message().matches(slug + "\\.[a-z][a-z-]*"), "message " + event.message()),
                        says(!WHO.containsAll(event.who()), "who is " + event.who() + ", which is not among " + WHO),
                        says(!event.guidance().matches("(?s)\\s*((JJ|AP|YQ|AS|SY|QA)\\.\\S+\\s+)+.*"), "no clauses"),
                        says(!event.guidance().matches("(?s).*\\p{IsHan}.*"), "no guidance in Chinese"),
                        Optional.ofNullable(event.form()).flatMap(form -> formFault(forms.resolve(form))))
                .flatMap(Optional::stream)
                .map(fault -> event.element() + ": " + fault);
    }

    private static Optional<String> formFault(Path form) {
        if (!form.toFile().isFile()) {
            return Optional.of("no form " + form.getFileName());
        }
        List<String> undrawn = Models.components(Models.json(form)).stream()
                .filter(it -> !DRAWN.contains(it.path("type").asText()) || it.has("conditional"))
                .map(it -> it.path("id").asText())
                .toList();
        return says(!undrawn.isEmpty(), "the dialog cannot draw " + undrawn);
    }

    private static Optional<String> says(boolean wrong, String fault) {
        return wrong ? Optional.of(fault) : Optional.empty();
    }

    /** A message that officers may record. */
    private record Offered(
            String element,
            String message,
            List<String> who,
            String guidance,
            @Nullable String form) {}

    private static List<Offered> offered(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        return model.getModelElementsByType(FlowNode.class).stream()
                .filter(it -> properties(it).containsKey("who"))
                .map(it -> new Offered(
                        it.getId(),
                        message(it),
                        Arrays.asList(properties(it).getOrDefault("who", "").split("\\s*,\\s*")),
                        it.getDocumentations().stream()
                                .map(text -> text.getTextContent())
                                .collect(Collectors.joining()),
                        properties(it).get("form")))
                .toList();
    }

    private static String message(FlowNode node) {
        return node instanceof ReceiveTask task
                ? task.getMessage().getName()
                : node.getChildElementsByType(MessageEventDefinition.class).stream()
                        .map(it -> it.getMessage().getName())
                        .findFirst()
                        .orElse("");
    }

    private static Map<String, String> properties(FlowNode node) {
        return Optional.ofNullable(node.getExtensionElements())
                .map(it -> it.getChildElementsByType(CamundaProperties.class))
                .stream()
                .flatMap(Collection::stream)
                .flatMap(it -> it.getCamundaProperties().stream())
                .collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
    }
}
