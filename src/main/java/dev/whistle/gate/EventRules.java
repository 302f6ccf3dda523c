package dev.whistle.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.engine.Recorder;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.stereotype.Component;

/**
 * What officers record of a case while it runs: a message that the model waits for, of a name of the procedure's own,
 * with people who may record it and a form that the dialog can draw.
 */
@Component
class EventRules implements ModelRule {

    private static final String WHO = "who";
    private static final String FORM = "form";

    /** What {@code case/fields.js} draws. */
    static final Set<String> DRAWN =
            Set.of("text", "textfield", "textarea", "number", "select", "datetime", "checkbox", "radio");

    /** Whether officers read of it and record it. */
    static boolean isOffered(FlowNode node) {
        return properties(node).containsKey(WHO);
    }

    @Override
    public void check(Model model, Report.About report) {
        model.all(FlowNode.class).forEach(it -> check(model, it, properties(it), report));
    }

    private static void check(Model model, FlowNode node, Map<String, String> properties, Report.About report) {
        String id = node.getId();
        if (properties.containsKey(WHO)) {
            message(node)
                    .ifPresentOrElse(
                            it -> checkMessage(model, id, it, report), () -> report.element(id, "event.no-message"));
            Arrays.stream(properties.get(WHO).strip().split("\\s*,\\s*"))
                    .filter(it -> !Recorder.words().contains(it))
                    .forEach(it -> report.element(id, "event.who", it, String.join("、", Recorder.words())));
        } else if (properties.containsKey(FORM)) {
            report.element(id, "event.nobody");
        }
        if (properties.containsKey(FORM)) {
            checkForm(model, id, properties.get(FORM), report);
        }
    }

    private static void checkMessage(Model model, String id, String message, Report.About report) {
        if (!message.matches(Pattern.quote(model.stem()) + "\\.[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            report.element(id, "event.message", message, model.stem());
        }
    }

    private static void checkForm(Model model, String id, String file, Report.About report) {
        if (!file.endsWith(Contents.FORM)
                || !model.around().contents().bundle().files().containsKey(file)) {
            report.element(id, "event.form", file);
        }
        Optional.ofNullable(model.around().contents().forms().get(file)).stream()
                .flatMap(FormRules::components)
                .filter(it -> !isDrawn(it))
                .forEach(it -> report.element(
                        id,
                        "event.form-undrawn",
                        file,
                        it.path("label").asText(it.path("id").asText())));
    }

    private static boolean isDrawn(JsonNode component) {
        return DRAWN.contains(component.path("type").asText()) && !component.has("conditional");
    }

    /** The name of the message that a case waits for here while it runs. */
    private static Optional<String> message(FlowNode node) {
        if (node instanceof ReceiveTask task) {
            return Optional.ofNullable(task.getMessage()).map(Message::getName);
        }
        boolean begins = node instanceof StartEvent && node.getParentElement() instanceof Process;
        return begins || node instanceof ThrowEvent
                ? Optional.empty()
                : node.getChildElementsByType(MessageEventDefinition.class).stream()
                        .flatMap(it -> Optional.ofNullable(it.getMessage()).stream())
                        .map(Message::getName)
                        .findFirst();
    }

    private static Map<String, String> properties(FlowNode node) {
        if (node.getExtensionElements() == null) {
            return Map.of();
        }
        Map<String, String> properties = new HashMap<>();
        node.getExtensionElements().getChildElementsByType(CamundaProperties.class).stream()
                .map(CamundaProperties::getCamundaProperties)
                .flatMap(Collection::stream)
                .filter(it -> it.getCamundaName() != null && it.getCamundaValue() != null)
                .forEach(it -> properties.putIfAbsent(it.getCamundaName(), it.getCamundaValue()));
        return properties;
    }
}
