package dev.whistle.gate;

import dev.whistle.gate.Template.Binding;
import dev.whistle.gate.Template.Choice;
import dev.whistle.gate.Template.Property;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Steps that do or hand out work are what the element templates say that they are made from; subprocesses and decisions
 * are drawn by hand.
 */
@Component
class TemplateRules implements ModelRule {

    @Override
    public boolean looksAround() {
        return true;
    }

    @Override
    public void check(Model model, Report.About report) {
        model.all(Activity.class).stream()
                .filter(TemplateRules::applies)
                .forEach(it -> check(it, model.around(), report));
    }

    private static boolean applies(Activity step) {
        return step instanceof ServiceTask || step instanceof UserTask || step instanceof CallActivity;
    }

    private static void check(Activity step, Surroundings around, Report.About report) {
        String id = step.getAttributeValueNs(BpmnModelConstants.CAMUNDA_NS, "modelerTemplate");
        if (id == null) {
            if (!isDrawnByHand(step, around)) {
                report.element(step.getId(), "template.none");
            }
        } else {
            around.template(id)
                    .ifPresentOrElse(
                            it -> new Use(step, it, report).check(),
                            () -> report.element(step.getId(), "template.unknown", id));
        }
    }

    /** A process of the designers' own has no template; what it takes is looked at by {@link ReferenceRules}. */
    private static boolean isDrawnByHand(Activity step, Surroundings around) {
        return step instanceof CallActivity call
                && around.templates().stream()
                        .noneMatch(it -> it.id().equals(Template.PREFIX + call.getCalledElement()));
    }

    /** A step and the template that it is made from. */
    private record Use(Activity step, Template template, Report.About report) {

        private static final String CAMUNDA = BpmnModelConstants.CAMUNDA_NS;
        private static final String WRITTEN_OUT = "[$#]\\{\\s*('[^']*'|\"[^\"]*\")\\s*}";
        private static final String CLOCK_BY_KIND = "\\$\\{clocks\\.due\\(execution, '[^']*'\\)}";

        void check() {
            String version = step.getAttributeValueNs(CAMUNDA, "modelerTemplateVersion");
            if (!String.valueOf(template.version()).equals(version)) {
                found("template.version", String.valueOf(version), template.version());
            }
            if (!template.appliesTo().contains(type())) {
                found("template.type", template.name());
            }
            template.properties().forEach(this::check);
            unknown(Binding.FIELD, "field", "name");
            unknown(Binding.IN, "in", "target");
        }

        private void found(String rule, Object... arguments) {
            report.element(step.getId(), rule, arguments);
        }

        private void check(Property property) {
            String value = Objects.requireNonNullElse(value(property.binding()), "");
            if (property.isHidden()) {
                if (!value.equals(property.value())) {
                    found("template.fixed", where(property), value, Objects.requireNonNullElse(property.value(), ""));
                }
            } else if (value.isBlank()) {
                if (property.isRequired()) {
                    found("template.required", label(property), where(property));
                }
            } else if (property.choices() != null && !isExpression(property, value) && !isChoice(property, value)) {
                found("template.choice", label(property), where(property), value);
            } else {
                property.pattern()
                        .filter(it -> !value.matches(it.value()))
                        .ifPresent(
                                it -> found("template.pattern", label(property), where(property), value, it.message()));
            }
        }

        private static String label(Property property) {
            return Objects.requireNonNullElse(property.label(), "");
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
         * What cannot be chosen from a list may be written by hand: what a process that others call was handed, or the
         * clock of an occasion. A clock by its kind alone can be chosen.
         */
        private static boolean isExpression(Property property, String value) {
            return value.matches("[$#]\\{.*}")
                    && !value.matches(WRITTEN_OUT)
                    && !(property.binding().type().equals(Binding.PROPERTY) && value.matches(CLOCK_BY_KIND));
        }

        private @Nullable String value(Binding binding) {
            return switch (binding.type()) {
                case Binding.PROPERTY -> attribute(Objects.requireNonNull(binding.name()));
                case Binding.FIELD ->
                    extensions("field")
                            .filter(it -> Objects.equals(it.getAttribute("name"), binding.name()))
                            .map(Use::fieldValue)
                            .findFirst()
                            .orElse(null);
                case Binding.IN ->
                    extensions("in")
                            .filter(it -> Objects.equals(it.getAttribute("target"), binding.target()))
                            .map(Use::handedOver)
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

        private static String handedOver(DomElement in) {
            String source = in.getAttribute("source");
            return source == null
                    ? Objects.requireNonNullElse(in.getAttribute("sourceExpression"), "")
                    : "${" + source + "}";
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

        private void unknown(String binding, String element, String key) {
            List<String> known = template.properties().stream()
                    .map(Property::binding)
                    .filter(it -> it.type().equals(binding))
                    .map(it -> String.valueOf(binding.equals(Binding.IN) ? it.target() : it.name()))
                    .toList();
            extensions(element)
                    .map(it -> it.getAttribute(key))
                    .filter(it -> it != null && !known.contains(it))
                    .forEach(it -> found("template.field", template.name(), it));
        }

        private Stream<DomElement> extensions(String name) {
            return step
                    .getDomElement()
                    .getChildElementsByNameNs(BpmnModelConstants.BPMN20_NS, "extensionElements")
                    .stream()
                    .flatMap(it -> it.getChildElementsByNameNs(CAMUNDA, name).stream());
        }

        private String type() {
            String name = step.getElementType().getTypeName();
            return "bpmn:" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
    }
}
