package dev.whistle.engine;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.problem.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.bpmn.parser.FieldDeclaration;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * Reads models as Camunda Modeler writes them when steps are made from our element templates. It writes every field of
 * a template, those that a designer leaves empty too, which the engine would refuse: here they are not set. In exchange
 * a field that the block cannot do without is missed at deployment, not when the first officer comes by.
 */
class BlockParse extends BpmnParse {

    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
    private static final Set<String> VALUES = Set.of("string", "expression");

    private final BeanFactory beans;

    BlockParse(BpmnParser parser, BeanFactory beans) {
        super(parser);
        this.beans = beans;
    }

    @Override
    public ActivityImpl parseServiceTask(Element task, ScopeImpl scope) {
        // What was deployed before a field became required must still be read.
        if (deployment.isNew()) {
            checkRequired(task);
        }
        return super.parseServiceTask(task, scope);
    }

    @Override
    protected @Nullable FieldDeclaration parseFieldDeclaration(Element step, Element field) {
        return isEmpty(field) ? null : super.parseFieldDeclaration(step, field);
    }

    private void checkRequired(Element task) {
        Set<String> filled = fields(task)
                .filter(field -> !isEmpty(field))
                .map(field -> field.attribute("name"))
                .collect(Collectors.toSet());
        block(task).map(BlockParse::required).orElse(Map.of()).forEach((name, field) -> {
            if (!filled.contains(name)) {
                addError(
                        Texts.text(
                                Locale.SIMPLIFIED_CHINESE,
                                "model.block.field.missing",
                                task.attribute("name", ""),
                                task.attribute("id"),
                                field.label(),
                                name),
                        task);
            }
        });
    }

    private Optional<Class<?>> block(Element task) {
        Matcher bean = BEAN.matcher(task.attributeNS(CAMUNDA_BPMN_EXTENSIONS_NS, "delegateExpression", ""));
        return bean.matches() && beans.containsBean(bean.group(1))
                ? Optional.ofNullable(beans.getType(bean.group(1)))
                        .<Class<?>>map(type -> type)
                        .filter(type -> type.isAnnotationPresent(Block.class))
                : Optional.empty();
    }

    private static Map<String, BlockField> required(Class<?> block) {
        return Arrays.stream(block.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(BlockField.class))
                .filter(field -> field.getAnnotation(BlockField.class).required())
                .collect(Collectors.toMap(field -> field.getName(), field -> field.getAnnotation(BlockField.class)));
    }

    private static Stream<Element> fields(Element task) {
        return Optional.ofNullable(task.element("extensionElements"))
                .map(it -> it.elementsNS(CAMUNDA_BPMN_EXTENSIONS_NS, "field"))
                .orElse(List.of())
                .stream();
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
