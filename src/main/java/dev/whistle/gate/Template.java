package dev.whistle.gate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element template of Camunda Modeler, as far as ours go. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"$schema", "name", "id", "version", "description", "category", "appliesTo", "groups", "properties"})
record Template(
        @JsonProperty("$schema") String schema,
        String name,
        String id,
        int version,
        String description,
        Category category,
        List<String> appliesTo,
        List<Group> groups,
        List<Property> properties) {

    static final String PREFIX = "dev.whistle.";
    /** The name that the published schema for Camunda 7 gives itself. */
    private static final String SCHEMA = "http://camunda.org/schema/element-templates/1.0";

    static final String HIDDEN = "Hidden";
    static final String DROPDOWN = "Dropdown";
    static final String TEXT = "String";

    static Template of(
            String id,
            int version,
            String name,
            String description,
            Category category,
            String type,
            Stream<Property> properties) {
        return new Template(
                SCHEMA,
                name,
                PREFIX + id,
                version,
                description,
                category,
                List.of("bpmn:" + type),
                List.of(Group.FIELDS),
                properties.toList());
    }

    String fileName() {
        return id.substring(PREFIX.length()) + ".json";
    }

    /** What an element that is made from it carries: if this changes, models have to follow. */
    List<String> shape() {
        return properties.stream()
                .map(it -> it.binding() + " " + it.isRequired() + (it.isHidden() ? " " + it.value() : ""))
                .sorted()
                .toList();
    }

    /** Under which heading designers find it. */
    record Category(String id, String name) {

        static final Category BLOCKS = new Category("dev.whistle.block", "吹哨：自动步骤");
        static final Category TASKS = new Category("dev.whistle.task", "吹哨：办理任务");
        static final Category CALLS = new Category("dev.whistle.call", "吹哨：调用流程");
    }

    /** Under which heading of the properties panel designers fill in what they see. */
    record Group(String id, String label) {

        static final Group FIELDS = new Group("fields", "填写内容");
    }

    /** One line of the properties panel, or one that designers do not see. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties({"hidden", "required"})
    record Property(
            @Nullable String label,
            @Nullable String description,
            String type,
            @Nullable String group,
            @Nullable String value,
            @Nullable List<Choice> choices,
            Binding binding,
            @Nullable Constraints constraints) {

        static Property hidden(Binding binding, String value) {
            return new Property(null, null, HIDDEN, null, value, null, binding, null);
        }

        static Property text(String label, String hint, Binding binding, boolean required) {
            return new Property(
                    label,
                    shown(hint),
                    TEXT,
                    Group.FIELDS.id(),
                    null,
                    null,
                    binding,
                    required ? Constraints.NOT_EMPTY : null);
        }

        static Property choice(String label, String hint, Binding binding, List<Choice> choices, boolean required) {
            return new Property(
                    label,
                    shown(hint),
                    DROPDOWN,
                    Group.FIELDS.id(),
                    null,
                    choices,
                    binding,
                    required ? Constraints.NOT_EMPTY : null);
        }

        Property with(String value) {
            return new Property(label, description, type, group, value, choices, binding, constraints);
        }

        Property matching(String pattern, String message) {
            return new Property(
                    label,
                    description,
                    type,
                    group,
                    value,
                    choices,
                    binding,
                    new Constraints(true, new Pattern(pattern, message)));
        }

        boolean isHidden() {
            return type.equals(HIDDEN);
        }

        boolean isRequired() {
            return constraints != null && Boolean.TRUE.equals(constraints.notEmpty());
        }

        Optional<Pattern> pattern() {
            return Optional.ofNullable(constraints).map(Constraints::pattern);
        }

        private static @Nullable String shown(String hint) {
            return hint.isEmpty() ? null : hint;
        }
    }

    record Choice(String name, String value) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Constraints(@Nullable Boolean notEmpty, @Nullable Pattern pattern) {

        static final Constraints NOT_EMPTY = new Constraints(true, null);
    }

    record Pattern(String value, String message) {}

    /** Where in the model a value stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Binding(
            String type,
            @Nullable String name,
            @Nullable String target,
            @Nullable Boolean expression) {

        static final String PROPERTY = "property";
        static final String FIELD = "camunda:field";
        static final String IN = "camunda:in";
        static final String BUSINESS_KEY = "camunda:in:businessKey";

        static Binding property(String name) {
            return new Binding(PROPERTY, name, null, null);
        }

        /** A field that takes a text or an expression; an expression without braces is a text to the engine. */
        static Binding field(String name) {
            return new Binding(FIELD, name, null, true);
        }

        /** A field that takes one of several texts. */
        static Binding fixedField(String name) {
            return new Binding(FIELD, name, null, null);
        }

        static Binding in(String target) {
            return new Binding(IN, null, target, true);
        }

        static Binding businessKey() {
            return new Binding(BUSINESS_KEY, null, null, null);
        }
    }
}
