package dev.whistle.model;

import dev.whistle.model.Template.Binding;
import dev.whistle.model.Template.Category;
import dev.whistle.model.Template.Choice;
import dev.whistle.model.Template.Property;
import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Candidates;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ClassUtils;

/** All element templates, made from what the building blocks in the application say of themselves. */
final class Palette {

    private final ApplicationContext beans;

    Palette(ApplicationContext beans) {
        this.beans = beans;
    }

    /** Every template, in the order of their file names. */
    List<Template> templates() {
        return Stream.of(blocks(), tasks(), calls())
                .flatMap(it -> it)
                .sorted(Comparator.comparing(Template::fileName))
                .toList();
    }

    /** Names of beans that models can call as a step, described or not. */
    List<String> delegates() {
        return Arrays.stream(beans.getBeanNamesForType(JavaDelegate.class, true, false))
                .filter(it -> !type(it).getName().contains("Tryout"))
                .sorted()
                .toList();
    }

    private Stream<Template> blocks() {
        return delegates().stream()
                .filter(it -> type(it).isAnnotationPresent(Block.class))
                .map(this::block);
    }

    private Template block(String bean) {
        Block block = type(bean).getAnnotation(Block.class);
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
                        Arrays.stream(type(bean).getDeclaredFields())
                                .filter(it -> it.isAnnotationPresent(BlockField.class))
                                .map(it -> field(it.getName(), it.getAnnotation(BlockField.class)))));
    }

    private static Property field(String name, BlockField field) {
        return choices(field.choice())
                .map(rows ->
                        Property.choice(field.label(), field.hint(), Binding.fixedField(name), rows, field.required()))
                .orElseGet(() -> Property.text(field.label(), field.hint(), Binding.field(name), field.required()));
    }

    private static Optional<List<Choice>> choices(BlockField.Choice choice) {
        Optional<Table> table = switch (choice) {
            case CLOCK -> Table.find("time-limits.dmn", "clock.kind.");
            case LETTER -> Table.find("letters.dmn", "letter.kind.");
            case MESSAGE -> Table.find("messages.dmn", "message.event.");
            case ANYTHING, RECIPIENT, OUTCOME -> Optional.empty();
        };
        return table.map(Table::choices);
    }

    private Stream<Template> tasks() {
        return Arrays.stream(beans.getBeanDefinitionNames())
                .filter(it -> beans.getType(it, false) != null)
                .flatMap(bean -> Arrays.stream(type(bean).getDeclaredMethods())
                        .filter(it -> it.isAnnotationPresent(Candidates.class))
                        .map(it -> task(bean, it)));
    }

    private static Template task(String bean, Method method) {
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
                                dueDates(),
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

    private static List<Choice> dueDates() {
        return choices(BlockField.Choice.CLOCK).orElseThrow().stream()
                .map(it -> new Choice(it.name(), "${clocks.due(execution, '%s')}".formatted(it.value())))
                .toList();
    }

    private static Stream<Template> calls() {
        return Call.ALL.stream()
                .filter(call -> Models.bpmn().anyMatch(it -> Models.slug(it).equals(call.process())))
                .map(Palette::call);
    }

    private static Template call(Call call) {
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
                        call.variables().stream().map(Palette::variable)));
    }

    /** What is handed over is an expression, and one that is left empty must say so: the engine refuses an empty one. */
    private static Property variable(Call.Variable variable) {
        Binding binding = Binding.in(variable.name());
        Property property = choices(variable.choice())
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

    private Class<?> type(String bean) {
        return ClassUtils.getUserClass(Objects.requireNonNull(beans.getType(bean, false), bean));
    }
}
