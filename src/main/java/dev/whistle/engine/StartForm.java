package dev.whistle.engine;

import dev.whistle.engine.FormContract.Accepted;
import dev.whistle.engine.FormContract.Reading;
import dev.whistle.problem.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * The form that a procedure is started with, as it is deployed now, for a program that fills it in for one officer. It
 * is read once, and may be filled in as often as the program has cases to bring in one act.
 */
public final class StartForm {

    private final String definition;
    private final FormContract contract;
    private final FormAnswers answers;
    private final FirstValues first;
    private final FormSchema schema;
    private final Map<String, FormField> fields = new LinkedHashMap<>();
    private final List<AskedField> asked;

    StartForm(String definition, FormSchema schema, FormContract contract, FormAnswers answers, FirstValues first) {
        this.definition = definition;
        this.schema = schema;
        this.contract = contract;
        this.answers = answers;
        this.first = first;
        schema.fields().stream().filter(it -> !it.fixed()).forEach(it -> fields.put(it.key(), it));
        this.asked = fields.values().stream().map(AskedField::of).toList();
    }

    /** What it asks for, in its order. */
    public List<AskedField> asked() {
        return asked;
    }

    /** What may be chosen in a field, words by code; empty where nothing is chosen. */
    public Map<String, String> choices(AskedField field) {
        return answers.all(field(field.key()));
    }

    /** What a field stands at as long as nobody says anything. */
    public Optional<Object> first(AskedField field) {
        FormField asked = field(field.key());
        return Optional.ofNullable(asked.from() == null ? asked.first() : first.of(asked, asked.from(), null));
    }

    /**
     * Whether a field is not there, given what else was entered.
     *
     * @param entered values by key; what is empty is there with null
     */
    public boolean hidden(AskedField field, Map<String, @Nullable Object> entered) {
        return answers.hidden(field(field.key()), entered);
    }

    /** Everything that the form finds wrong with what was entered, by key; see {@link #hidden}. */
    public List<FieldError> wrong(Map<String, @Nullable Object> entered) {
        return read(entered).wrong();
    }

    Accepted accept(Map<String, @Nullable Object> entered) {
        return FormContract.accepted(read(entered));
    }

    /** The process definition that it belongs to. */
    String definition() {
        return definition;
    }

    private Reading read(Map<String, @Nullable Object> entered) {
        return contract.read(schema, Variables.fromMap(entered), Map.of(), answers);
    }

    private FormField field(String key) {
        FormField field = fields.get(key);
        if (field == null) {
            throw new IllegalArgumentException("the form asks for no " + key);
        }
        return field;
    }
}
