package dev.whistle.engine;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;

/**
 * A message that a model wants officers to send: the start event of an event sub-process, a boundary event or a receive
 * task whose property {@code who} says who may record it, and whose property {@code form} names the form to fill in.
 *
 * @param element id of the model's element
 * @param name as officers read it
 * @param who words of {@link Recorder}
 * @param form file of the bundle; null where there is nothing to fill in
 */
record OfferedEvent(
        String element,
        String name,
        Guidance guidance,
        List<String> who,
        @Nullable String form) {

    /** What the element offers to officers; nothing for a message that only programs send. */
    static Optional<OfferedEvent> at(FlowElement element) {
        Map<String, String> properties = properties(element);
        return Optional.ofNullable(properties.get("who"))
                .map(who -> new OfferedEvent(
                        element.getId(),
                        element.getName(),
                        Guidance.of(element.getDocumentations().stream()
                                .map(it -> it.getTextContent())
                                .findFirst()
                                .orElse(null)),
                        Arrays.asList(who.strip().split("\\s*,\\s*")),
                        properties.get("form")));
    }

    private static Map<String, String> properties(BaseElement element) {
        return Optional.ofNullable(element.getExtensionElements())
                .map(it -> it.getChildElementsByType(CamundaProperties.class))
                .stream()
                .flatMap(Collection::stream)
                .flatMap(it -> it.getCamundaProperties().stream())
                .filter(it -> it.getCamundaValue() != null)
                .collect(Collectors.toMap(
                        CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue, (first, second) -> first));
    }
}
