package dev.whistle.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * A step that is done once for each of several is done for a list that is there, each round knows what it is about, and
 * rounds that run at the same time do not write over each other. What expressions of a loop name, {@link
 * ExpressionRules} looks at.
 */
@Component
class LoopRules implements ModelRule {

    private static final Pattern TIMES = Pattern.compile("[1-9]\\d{0,3}");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z]\\w*");
    private static final String PARTS = "subProcess";

    private final Palette palette;

    LoopRules(Palette palette) {
        this.palette = palette;
    }

    @Override
    public void check(Model model, Report.About report) {
        Elements.of(model.xml())
                .filter(it -> Elements.isBpmn(it) && Elements.local(it).equals("standardLoopCharacteristics"))
                .forEach(it -> report.element(Elements.owner(it), "loop.standard"));
        Variables variables = Variables.of(model, palette);
        Loop.all(model.xml()).forEach(it -> check(model, it, variables, report));
    }

    private void check(Model model, Loop loop, Variables variables, Report.About report) {
        String step = Elements.owner(loop.written());
        if (loop.list().isEmpty() && loop.times().isEmpty()) {
            report.element(step, "loop.nothing");
        }
        Variables.Names names = variables.at((Element) loop.step().getParentNode());
        loop.list().filter(it -> !isList(it, names)).ifPresent(it -> report.element(step, "loop.list", it));
        if (loop.list().isPresent()
                && loop.element().filter(it -> NAME.matcher(it).matches()).isEmpty()) {
            report.element(step, "loop.element");
        }
        loop.times()
                .filter(it -> !Ask.isExpression(it) && !TIMES.matcher(it).matches())
                .ifPresent(it -> report.element(step, "loop.times", it));
        loop.untilThen()
                .filter(it -> !Ask.isExpression(it))
                .ifPresent(it -> report.element(step, "loop.condition", it));
        if (loop.isParallel() && Elements.local(loop.step()).equals(PARTS)) {
            checkOwn(model, loop, variables, report);
        }
    }

    /** Whether it may be a list; of what is computed in other ways nobody can tell. */
    private boolean isList(String list, Variables.Names names) {
        if (!Ask.isExpression(list)) {
            return names.left().contains(list);
        }
        Optional<Ask> read = Ask.of(list);
        if (read.isEmpty()) {
            return true; // a finding of the expression's
        }
        Ask ask = read.get();
        if (ask.calls().size() == 1) {
            Ask.Call call = ask.calls().get(0);
            return !palette.answers(call.bean(), call.method(), call.arguments()) // likewise
                    || palette.answersWithList(call.bean(), call.method(), call.arguments());
        }
        // A field of a form holds one value.
        return !ask.variables().isEmpty()
                && ask.variables().stream()
                        .noneMatch(it ->
                                names.known().contains(it) && !names.left().contains(it));
    }

    /**
     * The engine keeps what a step leaves with the whole process. Where rounds run at the same time the last one would
     * speak for all, unless an input parameter of the repeated step gives each round a place of its own.
     */
    private static void checkOwn(Model model, Loop loop, Variables variables, Report.About report) {
        Elements.within(loop.step())
                .filter(Elements::isBpmn)
                .forEach(it -> leaves(model, it)
                        .filter(name -> !variables.isOwn(name, it, loop.step()))
                        .sorted()
                        .forEach(name -> report.element(
                                Elements.owner(it), "loop.shared", name, Elements.owner(loop.written()))));
    }

    private static Stream<String> leaves(Model model, Element step) {
        return Stream.of(
                        camunda(step, "formRef").flatMap(it -> fields(model, it)),
                        camunda(step, "resultVariable"),
                        Elements.inside(step, "extensionElements")
                                .flatMap(it -> Elements.inside(it, "out"))
                                .map(it -> it.getAttribute("target"))
                                .filter(it -> !it.isEmpty()))
                .flatMap(it -> it);
    }

    private static Stream<String> camunda(Element step, String attribute) {
        return Elements.attributes(step)
                .filter(it -> Elements.isCamunda(it) && Elements.local(it).equals(attribute))
                .map(it -> Objects.toString(it.getNodeValue(), ""))
                .filter(it -> !it.isEmpty());
    }

    /** What of a form the engine keeps. */
    private static Stream<String> fields(Model model, String form) {
        Map<String, JsonNode> forms = model.around().contents().forms();
        Set<String> kept = forms.entrySet().stream()
                .filter(it -> Contents.formId(it.getKey()).equals(form))
                .flatMap(it -> FormRules.components(it.getValue()))
                .filter(it -> it.path("properties").path("keep").asText().startsWith("routing"))
                .filter(it ->
                        !it.path("readonly").asBoolean() && !it.path("disabled").asBoolean())
                .map(it -> it.path("key").asText())
                .collect(Collectors.toSet());
        return kept.stream();
    }
}
