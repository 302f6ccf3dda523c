package dev.whistle.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A model's XML, element by element: what the typed model does not show, such as an attribute nobody expects there. */
final class Elements {

    static final String BPMN = BpmnModelConstants.BPMN20_NS;
    static final String CAMUNDA = BpmnModelConstants.CAMUNDA_NS;

    /** Engine and modeler know both spellings. */
    private static final Set<String> CAMUNDA_TOO = Set.of(CAMUNDA, "http://activiti.org/bpmn");

    private Elements() {}

    /**
     * A text that stands in a model.
     *
     * @param owner id of the element of the diagram that it belongs to
     * @param name of the attribute, or of the element whose content it is
     */
    record Written(String owner, Element element, String name, String text, boolean attribute) {

        /** What a person is to read, not the engine. */
        boolean isWording() {
            return attribute
                    ? BPMN.equals(element.getNamespaceURI())
                            && Set.of("id", "name").contains(name)
                    : "documentation".equals(name);
        }
    }

    /** All elements of the model, those of its picture aside. */
    static Stream<Element> of(Document model) {
        return all(model).filter(it -> isBpmn(it) || isCamunda(it));
    }

    /** All elements of a file. */
    static Stream<Element> all(Document file) {
        return flat(file.getDocumentElement());
    }

    /** An element and everything in it. */
    static Stream<Element> within(Element element) {
        return flat(element);
    }

    /** The children of this name. */
    static Stream<Element> inside(Element parent, String name) {
        return children(parent).stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(it -> local(it).equals(name));
    }

    /** All texts of the model: attributes and contents of elements. */
    static Stream<Written> texts(Document model) {
        return of(model)
                .flatMap(element -> Stream.concat(
                        attributes(element)
                                .map(it -> new Written(owner(element), element, local(it), it.getNodeValue(), true)),
                        content(element).map(it -> new Written(owner(element), element, local(element), it, false))));
    }

    /** The id of the element that a designer can select in the diagram or its properties. */
    static String owner(Element element) {
        for (Node it = element; it instanceof Element candidate; it = it.getParentNode()) {
            if (BPMN.equals(candidate.getNamespaceURI())
                    && candidate.hasAttribute("id")
                    && !local(candidate).endsWith("EventDefinition")
                    && !local(candidate).endsWith("LoopCharacteristics")) {
                return candidate.getAttribute("id");
            }
        }
        return "";
    }

    /** The element of the process whose extension this is. */
    static Element step(Element extension) {
        Element it = extension;
        while (isCamunda(it) || local(it).equals("extensionElements")) {
            it = (Element) it.getParentNode();
        }
        return it;
    }

    static Stream<Node> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength()).mapToObj(attributes::item);
    }

    static boolean isBpmn(Node node) {
        return BPMN.equals(node.getNamespaceURI());
    }

    static boolean isCamunda(Node node) {
        return CAMUNDA_TOO.contains(String.valueOf(node.getNamespaceURI()));
    }

    static String local(Node node) {
        return node.getLocalName() == null ? node.getNodeName() : node.getLocalName();
    }

    /** The text of an element that holds nothing but text. */
    private static Stream<String> content(Element element) {
        List<Node> children = children(element);
        return children.isEmpty() || children.stream().anyMatch(Element.class::isInstance)
                ? Stream.of()
                : Stream.of(children.stream().map(Node::getNodeValue).collect(Collectors.joining()));
    }

    private static Stream<Element> flat(Element root) {
        List<Element> all = new ArrayList<>();
        gather(root, all);
        return all.stream();
    }

    private static void gather(Element element, List<Element> all) {
        all.add(element);
        children(element).forEach(child -> {
            if (child instanceof Element inner) {
                gather(inner, all);
            }
        });
    }

    private static List<Node> children(Element element) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(it -> it.getNodeType() != Node.COMMENT_NODE)
                .toList();
    }
}
