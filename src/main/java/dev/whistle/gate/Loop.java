package dev.whistle.gate;

import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A step that is done several times, once for each of something, as the engine reads it. */
record Loop(Element written) {

    private static final String NAME = "multiInstanceLoopCharacteristics";

    static Stream<Loop> all(Document model) {
        return Elements.of(model)
                .filter(it -> Elements.isBpmn(it) && Elements.local(it).equals(NAME))
                .map(Loop::new);
    }

    /** The step that is repeated. */
    Element step() {
        return (Element) written.getParentNode();
    }

    boolean isParallel() {
        return !Boolean.parseBoolean(written.getAttribute("isSequential"));
    }

    /** A variable or an expression that gives the list; the later spelling wins in the engine too. */
    Optional<String> list() {
        return content("loopDataInputRef").or(() -> camunda("collection"));
    }

    /** What one of the list is called inside. */
    Optional<String> element() {
        return Elements.inside(written, "inputDataItem")
                .map(it -> it.getAttribute("name").strip())
                .filter(it -> !it.isEmpty())
                .findFirst()
                .or(() -> camunda("elementVariable"));
    }

    Optional<String> times() {
        return content("loopCardinality");
    }

    /** When those that are left over are called off. */
    Optional<String> untilThen() {
        return content("completionCondition");
    }

    private Optional<String> content(String child) {
        return Elements.inside(written, child)
                .map(it -> it.getTextContent().strip())
                .filter(it -> !it.isEmpty())
                .findFirst();
    }

    private Optional<String> camunda(String name) {
        return Elements.attributes(written)
                .filter(it -> Elements.isCamunda(it) && Elements.local(it).equals(name))
                .map(Node::getNodeValue)
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .findFirst();
    }
}
