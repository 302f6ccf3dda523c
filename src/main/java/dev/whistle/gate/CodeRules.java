package dev.whistle.gate;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A model calls building blocks and nothing else: no class, no script, no listener, nothing outside, no other form. */
@Component
class CodeRules implements ModelRule {

    private static final Set<String> CLASSES =
            Set.of("class", "formHandlerClass", "variableMappingClass", "variableMappingDelegateExpression", "caseRef");
    private static final Set<String> SCRIPTS = Set.of("scriptFormat", "resource");
    private static final Set<String> OTHER_FORMS = Set.of("formKey", "formData");

    /** Elements by what is wrong with them. */
    private static final Map<String, String> ELEMENTS = Map.of(
            "scriptTask", "script",
            "script", "script",
            "executionListener", "listener",
            "taskListener", "listener",
            "connector", "outside",
            "formData", "form.other");

    private final Palette palette;

    CodeRules(Palette palette) {
        this.palette = palette;
    }

    @Override
    public void check(Model model, Report.About report) {
        Elements.of(model.xml()).forEach(element -> check(element, report));
        model.all(ServiceTask.class).stream()
                .filter(it -> it.getCamundaDelegateExpression() == null)
                .forEach(it -> report.element(it.getId(), "block.missing"));
    }

    private void check(Element element, Report.About report) {
        String where = Elements.owner(element);
        String kind = ELEMENTS.get(Elements.local(element));
        if (kind != null) {
            report.element(where, kind);
        }
        Elements.attributes(element)
                .forEach(attribute ->
                        kindOf(element, attribute).forEach(it -> report.element(where, it, attribute.getNodeValue())));
    }

    private Stream<String> kindOf(Element element, Node attribute) {
        String name = Elements.local(attribute);
        boolean camunda =
                Elements.isCamunda(attribute) || (Elements.isCamunda(element) && attribute.getPrefix() == null);
        if (SCRIPTS.contains(name) || ("language".equals(name) && !camunda)) {
            return Stream.of("script");
        }
        if (!camunda) {
            return Stream.of();
        }
        if (CLASSES.contains(name)) {
            return Stream.of("class");
        }
        if (OTHER_FORMS.contains(name)) {
            return Stream.of("form.other");
        }
        return switch (name) {
            case "delegateExpression" -> isBlock(attribute.getNodeValue()) ? Stream.of() : Stream.of("block.unknown");
            case "type", "topic" -> Elements.isBpmn(element) ? Stream.of("outside") : Stream.of();
            case "expression" -> Elements.isBpmn(element) ? Stream.of("block.missing") : Stream.of();
            default -> Stream.of();
        };
    }

    private boolean isBlock(String expression) {
        return Model.bean(expression).flatMap(palette::block).isPresent();
    }
}
