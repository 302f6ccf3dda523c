package dev.whistle.engine;

import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.bpmn.parser.FieldDeclaration;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads models as Camunda Modeler writes them when steps are made from our element templates. It writes every field of
 * a template, those that a designer leaves empty too, which the engine would refuse: here they are not set. A
 * field that the block cannot do without is missed by the gate.
 */
class BlockParse extends BpmnParse {

    private static final Set<String> VALUES = Set.of("string", "expression");

    BlockParse(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected @Nullable FieldDeclaration parseFieldDeclaration(Element step, Element field) {
        return isEmpty(field) ? null : super.parseFieldDeclaration(step, field);
    }

    private static boolean isEmpty(Element field) {
        return Stream.of("stringValue", "expression").map(field::attribute).allMatch(BlockParse::isBlank)
                && field.elements().stream()
                        .filter(it -> VALUES.contains(it.getTagName()))
                        .allMatch(it -> isBlank(it.getText()));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
