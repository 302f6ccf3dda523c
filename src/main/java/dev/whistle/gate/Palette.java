package dev.whistle.gate;

import dev.whistle.gate.Template.Binding;
import dev.whistle.gate.Template.Category;
import dev.whistle.gate.Template.Choice;
import dev.whistle.gate.Template.Property;
import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Candidates;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * What models are drawn from: the building blocks in the application, the ways to choose who gets a task, the processes
 * that others call, and what an expression may ask. Read off the beans themselves, once.
 */
@Component
class Palette {

    private static final String OURS = "dev.whistle.";

    private final ListableBeanFactory beans;
    private volatile @Nullable Map<String, Class<?>> types;

    Palette(ListableBeanFactory beans) {
        this.beans = beans;
    }

    /** Every template, in the order of their file names; what can be chosen from a table is what its rows say. */
    List<Template> templates(Choices choices) {
        return Stream.of(blocks(choices), tasks(choices), calls(choices))
                .flatMap(it -> it)
                .sorted(Comparator.comparing(Template::fileName))
                .toList();
    }

    /** Names of beans that the engine could call as a step, described or not. */
    List<String> delegates() {
        return types().entrySet().stream()
                .filter(it -> JavaDelegate.class.isAssignableFrom(it.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The building block of this name, as it describes itself. */
    Optional<Block> block(String bean) {
        return Optional.ofNullable(types().get(bean))
                .filter(JavaDelegate.class::isAssignableFrom)
                .map(type -> type.getAnnotation(Block.class));
    }

    /** Names of all building blocks. */
    List<String> blocks() {
        return delegates().stream().filter(it -> block(it).isPresent()).toList();
    }

    /**
     * Whether an expression may ask this method: one that chooses candidates, or one that answers what it is asked
     * about an execution. Nothing else of a bean is reached, and nothing of a bean that is not ours.
     */
    boolean answers(String bean, String method, int arguments) {
        return questions(bean, method, arguments).findAny().isPresent();
    }

    /** Whether the answer to such a question is a list. */
    boolean answersWithList(String bean, String method, int arguments) {
        return questions(bean, method, arguments).anyMatch(it -> Collection.class.isAssignableFrom(it.getReturnType()));
    }

    private Stream<Method> questions(String bean, String method, int arguments) {
        Class<?> type = types().get(bean);
        return type == null || JavaDelegate.class.isAssignableFrom(type)
                ? Stream.of()
                : Arrays.stream(type.getMethods())
                        .filter(it -> it.getName().equals(method) && it.getParameterCount() == arguments)
                        .filter(Palette::isQuestion);
    }

    private static boolean isQuestion(Method method) {
        return method.isAnnotationPresent(Candidates.class)
                || (method.getParameterCount() > 0
                        && method.getParameterTypes()[0].equals(DelegateExecution.class)
                        && !method.getReturnType().equals(void.class));
    }

    private Map<String, Class<?>> types() {
        Map<String, Class<?>> known = types;
        if (known == null) {
            known = ours();
            types = known;
        }
        return known;
    }

    private Map<String, Class<?>> ours() {
        Map<String, Class<?>> ours = new TreeMap<>();
        for (String bean : beans.getBeanDefinitionNames()) {
            Class<?> type = beans.getType(bean, false);
            if (type != null && ClassUtils.getUserClass(type).getName().startsWith(OURS)) {
                ours.put(bean, ClassUtils.getUserClass(type));
            }
        }
        return Map.copyOf(ours);
    }

    private Stream<Template> blocks(Choices choices) {
        return blocks().stream().map(it -> block(it, choices));
    }

    private Template block(String bean, Choices choices) {
        Class<?> type = Objects.requireNonNull(types().get(bean));
        Block block = type.getAnnotation(Block.class);
        return Template.of(
                bean,
                block.version(),
                block.name(),
                block.description(),
                Category.BLOCKS,
                "ServiceTask",
                Stream.concat(
                        Stream.of(Property.hidden(
                                Binding.property("camunda:delegateExpression"), "${%s}".formatted(bean))),
                        Arrays.stream(type.getDeclaredFields())
                                .filter(it -> it.isAnnotationPresent(BlockField.class))
                                .map(it -> field(it.getName(), it.getAnnotation(BlockField.class), choices))));
    }

    private static Property field(String name, BlockField field, Choices choices) {
        return choices.of(field.choice())
                .map(rows ->
                        Property.choice(field.label(), field.hint(), Binding.fixedField(name), rows, field.required()))
                .orElseGet(() -> Property.text(field.label(), field.hint(), Binding.field(name), field.required()));
    }

    private Stream<Template> tasks(Choices choices) {
        return types().entrySet().stream()
                .flatMap(bean -> Arrays.stream(bean.getValue().getDeclaredMethods())
                        .filter(it -> it.isAnnotationPresent(Candidates.class))
                        .map(it -> task(bean.getKey(), it, choices)));
    }

    private static Template task(String bean, Method method, Choices choices) {
        Candidates candidates = method.getAnnotation(Candidates.class);
        return Template.of(
                bean + "." + method.getName(),
                candidates.version(),
                candidates.name(),
                candidates.description(),
                Category.TASKS,
                "UserTask",
                Stream.of(
                        candidates(bean, method),
                        Property.text(
                                "办理表单", "表单文件的编号，例如 complaint-answer。", Binding.property("camunda:formRef"), true),
                        Property.hidden(Binding.property("camunda:formRefBinding"), "deployment"),
                        Property.choice(
                                "办理期限",
                                "任务的到期时间跟随所选的期限；没有期限不选。",
                                Binding.property("camunda:dueDate"),
                                dueDates(choices),
                                false)));
    }

    private static Property candidates(String bean, Method method) {
        Binding binding = Binding.property("camunda:candidateGroups");
        String arguments = Arrays.stream(method.getParameters())
                .map(it -> it.getType().equals(DelegateExecution.class) ? "execution" : it.getName())
                .collect(Collectors.joining(", "));
        String call = "${%s.%s(%s)}".formatted(bean, method.getName(), arguments);
        Optional<BlockField> asked = Arrays.stream(method.getParameters())
                .map(it -> it.getAnnotation(BlockField.class))
                .filter(Objects::nonNull)
                .findFirst();
        return asked.map(field -> Property.text(field.label(), field.hint(), binding, true)
                        .with(call)
                        .matching(pattern(bean, method), "应当写成 " + call + "，括号中换成变量名"))
                .orElseGet(() -> Property.hidden(binding, call));
    }

    private static String pattern(String bean, Method method) {
        String arguments = Arrays.stream(method.getParameters())
                .map(Parameter::getType)
                .map(it -> it.equals(DelegateExecution.class) ? "execution" : "[a-zA-Z][\\w.()]*")
                .collect(Collectors.joining(", *"));
        return "^\\$\\{%s\\.%s\\(%s\\)\\}$".formatted(bean, method.getName(), arguments);
    }

    private static List<Choice> dueDates(Choices choices) {
        return choices.of(BlockField.Choice.CLOCK).orElseThrow().stream()
                .map(it -> new Choice(it.name(), "${clocks.due(execution, '%s')}".formatted(it.value())))
                .toList();
    }

    private static Stream<Template> calls(Choices choices) {
        return Call.ALL.stream().map(it -> call(it, choices));
    }

    private static Template call(Call call, Choices choices) {
        return Template.of(
                call.process(),
                call.version(),
                call.name(),
                call.description(),
                Category.CALLS,
                "CallActivity",
                Stream.concat(
                        Stream.of(
                                Property.hidden(Binding.property("calledElement"), call.process()),
                                Property.hidden(Binding.businessKey(), "#{execution.processBusinessKey}")),
                        call.variables().stream().map(it -> variable(it, choices))));
    }

    /**
     * What is handed over is an expression, and one that is left empty must say so: the engine refuses an empty one.
     */
    private static Property variable(Call.Variable variable, Choices choices) {
        Binding binding = Binding.in(variable.name());
        Property property = choices.of(variable.choice())
                .map(rows -> Property.choice(
                        variable.label(),
                        variable.hint(),
                        binding,
                        expressions(rows, variable.required()),
                        variable.required()))
                .orElseGet(() -> Property.text(variable.label(), variable.hint(), binding, variable.required()));
        return variable.required() ? property : property.with("${null}");
    }

    private static List<Choice> expressions(List<Choice> rows, boolean required) {
        Stream<Choice> chosen = rows.stream().map(it -> new Choice(it.name(), "${'%s'}".formatted(it.value())));
        return (required ? chosen : Stream.concat(Stream.of(new Choice("（不选）", "${null}")), chosen)).toList();
    }
}
