package dev.whistle.model;

import dev.whistle.model.Template.Binding;
import dev.whistle.model.Template.Choice;
import dev.whistle.model.Template.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;

/** Whether a step of a model is what the element template says that it is made from. */
final class TemplateUse {

    private static final String CAMUNDA = BpmnModelConstants.CAMUNDA_NS;
    private static final String CLOCK_BY_KIND = "\\$\\{clocks\\.due\\(execution, '[^']*'\\)}";

    private final Activity step;
    private final Template template;

    private TemplateUse(Activity step, Template template) {
        this.step = step;
        this.template = template;
    }

    /** Steps that do or hand out work come from the palette; subprocesses and decisions are drawn by hand. */
    static boolean applies(Activity step) {
        return step instanceof ServiceTask || step instanceof UserTask || step instanceof CallActivity;
    }

    /** What is wrong with a step, in one line each. */
    static List<String> faults(Activity step) {
        String id = step.getAttributeValueNs(CAMUNDA, "modelerTemplate");
        if (id == null) {
            return List.of(step.getId() + " is made from no template of the palette");
        }
        return TemplateFiles.newest(id)
                .map(template -> new TemplateUse(step, template).faults())
                .orElseGet(() -> List.of(step.getId() + ": the palette has no template " + id));
    }

    private List<String> faults() {
        List<String> faults = new ArrayList<>();
        String version = step.getAttributeValueNs(CAMUNDA, "modelerTemplateVersion");
        if (!String.valueOf(template.version()).equals(version)) {
            faults.add("version " + version + " of the template, which is now at " + template.version());
        }
        if (!template.appliesTo().contains(type())) {
            faults.add("a template for " + template.appliesTo() + " on a " + type());
        }
        template.properties().forEach(it -> fault(it).ifPresent(faults::add));
        unknown(Binding.FIELD, "field", "name").forEach(faults::add);
        unknown(Binding.IN, "in", "target").forEach(faults::add);
        return faults.stream().map(it -> step.getId() + ": " + it).toList();
    }

    private Optional<String> fault(Property property) {
        String value = Objects.requireNonNullElse(value(property.binding()), "");
        if (property.isHidden() && !value.equals(property.value())) {
            return Optional.of("%s is %s, not %s".formatted(where(property), value, property.value()));
        }
        if (value.isBlank()) {
            return property.isRequired() ? Optional.of(where(property) + " is required") : Optional.empty();
        }
        if (property.choices() != null && !isExpression(property, value) && !isChoice(property, value)) {
            return Optional.of("%s cannot be %s".formatted(where(property), value));
        }
        return property.pattern()
                .filter(it -> !value.matches(it.value()))
                .map(it -> "%s is %s: %s".formatted(where(property), value, it.message()));
    }

    private static String where(Property property) {
        Binding binding = property.binding();
        return Stream.of(binding.name(), binding.target(), binding.type())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isChoice(Property property, String value) {
        return Objects.requireNonNull(property.choices()).stream()
                .map(Choice::value)
                .anyMatch(value::equals);
    }

    /**
     * What cannot be chosen from a list may be written by hand: what a process that others call was handed, or the clock
     * of an occasion. A clock by its kind alone can be chosen.
     */
    private static boolean isExpression(Property property, String value) {
        return value.matches("[$#]\\{.*}")
                && !(property.binding().type().equals(Binding.PROPERTY) && value.matches(CLOCK_BY_KIND));
    }

    private @Nullable String value(Binding binding) {
        return switch (binding.type()) {
            case Binding.PROPERTY -> attribute(Objects.requireNonNull(binding.name()));
            case Binding.FIELD ->
                extensions("field")
                        .filter(it -> Objects.equals(it.getAttribute("name"), binding.name()))
                        .map(TemplateUse::fieldValue)
                        .findFirst()
                        .orElse(null);
            case Binding.IN ->
                extensions("in")
                        .filter(it -> Objects.equals(it.getAttribute("target"), binding.target()))
                        .map(it -> it.getAttribute("sourceExpression"))
                        .findFirst()
                        .orElse(null);
            case Binding.BUSINESS_KEY ->
                extensions("in")
                        .map(it -> it.getAttribute("businessKey"))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
            default -> throw new IllegalStateException(binding.type());
        };
    }

    private @Nullable String attribute(String name) {
        DomElement element = step.getDomElement();
        return name.startsWith("camunda:")
                ? element.getAttribute(CAMUNDA, name.substring("camunda:".length()))
                : element.getAttribute(name);
    }

    private static String fieldValue(DomElement field) {
        return Stream.concat(
                        Stream.of("stringValue", "expression").map(field::getAttribute),
                        field.getChildElements().stream().map(DomElement::getTextContent))
                .filter(Objects::nonNull)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    private Stream<String> unknown(String binding, String element, String key) {
        List<String> known = template.properties().stream()
                .map(Property::binding)
                .filter(it -> it.type().equals(binding))
                .map(it -> binding.equals(Binding.IN) ? it.target() : it.name())
                .toList();
        return extensions(element)
                .map(it -> it.getAttribute(key))
                .filter(it -> it != null && !known.contains(it))
                .map(it -> "the template knows no " + it);
    }

    private Stream<DomElement> extensions(String name) {
        return step.getDomElement().getChildElementsByNameNs(BpmnModelConstants.BPMN20_NS, "extensionElements").stream()
                .flatMap(it -> it.getChildElementsByNameNs(CAMUNDA, name).stream());
    }

    private String type() {
        String name = step.getElementType().getTypeName();
        return "bpmn:" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
