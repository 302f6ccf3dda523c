package dev.whistle.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A model that rules look at, with the forms of its bundle and what else it may refer to. */
record Model(String file, Contents.Read read, Surroundings around) {

    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    BpmnModelInstance instance() {
        return read.model();
    }

    Document xml() {
        return read.xml();
    }

    /** The element of this id; the file's first where it has none. */
    Element element(@Nullable String id) {
        return Elements.of(xml())
                .filter(it -> it.getAttribute("id").equals(id))
                .findFirst()
                .orElseGet(() -> xml().getDocumentElement());
    }

    Stream<Elements.Written> texts() {
        return read.texts().stream();
    }

    /** Texts that the engine would compute. */
    Stream<Elements.Written> expressions() {
        return texts().filter(it -> Ask.isExpression(it.text()));
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return instance().getModelElementsByType(type);
    }

    /** The only process of the file; empty where it has none or several, which is a finding of its own. */
    Optional<Process> process() {
        Collection<Process> processes = all(Process.class);
        return processes.size() == 1 ? Optional.of(processes.iterator().next()) : Optional.empty();
    }

    /** The file's name without its ending, by which everything of the procedure is called. */
    String stem() {
        return file.substring(0, file.length() - Contents.MODEL.length());
    }

    /** The bean that an expression such as {@code ${openCase}} names and nothing else. */
    static Optional<String> bean(String expression) {
        Matcher bean = BEAN.matcher(String.valueOf(expression));
        return bean.matches() ? Optional.of(bean.group(1)) : Optional.empty();
    }

    /** Keys of the fields of the bundle's forms that are as wanted. */
    Set<String> fields(Predicate<JsonNode> wanted) {
        return around.contents().forms().values().stream()
                .flatMap(FormRules::components)
                .filter(wanted)
                .map(it -> it.path("key").asText())
                .filter(it -> !it.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Variables that a process says, in a property of this name, that it is given by whoever calls it. */
    static Set<String> given(BpmnModelInstance process, String property) {
        return process.getModelElementsByType(CamundaProperty.class).stream()
                .filter(it -> property.equals(it.getCamundaName()))
                .flatMap(it -> Stream.of(String.valueOf(it.getCamundaValue()).split("\\s+")))
                .collect(Collectors.toSet());
    }

    static Set<String> union(Collection<String> some, Collection<String> more) {
        return Stream.of(some, more).flatMap(Collection::stream).collect(Collectors.toSet());
    }

    static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }
}
