package dev.whistle.procedure.complaint;

import dev.whistle.engine.AskedField;
import dev.whistle.engine.StartForm;
import dev.whistle.problem.FieldError;
import dev.whistle.procedure.complaint.ComplaintProcess.FirstContact;
import dev.whistle.procedure.complaint.ComplaintProcess.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The start form while a program fills it in by names of its own: those of its JSON, or a register's titles. A name
 * stands for one field, or for several of which the form shows one at a time; what is said goes into the one that is
 * shown. What is wrong is told by the program's names.
 */
final class Filling {

    private final StartForm form;
    private final Unsaid unsaid;
    private final List<Said> sayings = new ArrayList<>();
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<FieldError> twice = new ArrayList<>();

    Filling(StartForm form, Unsaid unsaid) {
        this.form = form;
        this.unsaid = unsaid;
    }

    /** What was said under a name; null where nothing was, and the name is known all the same. */
    private record Said(
            String name, List<String> keys, @Nullable Function<AskedField, Object> value) {}

    /** Says what stands in a field; null says nothing. */
    void say(String name, String key, @Nullable Object value) {
        say(name, List.of(key), value);
    }

    /** Says what stands in one of these fields, in the form's order; null says nothing. */
    void say(String name, List<String> keys, @Nullable Object value) {
        sayAs(name, keys, value == null || (value instanceof String text && text.isBlank()) ? null : field -> value);
    }

    /**
     * Says what stands in one of these fields, in words that are read as this field asks for.
     *
     * @param value null says nothing
     */
    void sayAs(String name, List<String> keys, @Nullable Function<AskedField, Object> value) {
        sayings.add(new Said(name, keys, value));
    }

    /** Everything that is wrong, by the names of who fills it in; empty if nothing is. */
    List<FieldError> wrong() {
        fillIn();
        List<FieldError> wrong = new ArrayList<>(twice);
        form.wrong(values).forEach(it -> wrong.add(new FieldError(name(it.field()), it.message(), it.arguments())));
        return wrong;
    }

    /** What stands in each field, by key. */
    Map<String, @Nullable Object> values() {
        fillIn();
        return values;
    }

    /** What the form has no field for is left in its place, so that the form says so. */
    private void fillIn() {
        if (!values.isEmpty()) {
            return;
        }
        form.asked().forEach(it -> values.put(it.key(), null));
        List<Said> left = new ArrayList<>(
                sayings.stream().filter(it -> it.value() != null).toList());
        for (AskedField field : form.asked()) {
            left.removeIf(it -> isFor(field, it) && put(field, it));
            Object otherwise = values.get(field.key()) == null ? otherwise(field) : null;
            if (otherwise != null && !form.hidden(field, values)) {
                values.put(field.key(), otherwise);
            }
        }
        left.forEach(
                it -> values.put(it.keys().isEmpty() ? it.name() : it.keys().get(0), it.name()));
    }

    /** The last of several takes what none of the others did, so that nothing is lost; the form may then refuse it. */
    private boolean isFor(AskedField field, Said said) {
        return said.keys().contains(field.key())
                && (said.keys().get(said.keys().size() - 1).equals(field.key()) || !form.hidden(field, values));
    }

    private boolean put(AskedField field, Said said) {
        if (values.get(field.key()) != null) {
            twice.add(new FieldError(said.name(), "complaint.said-twice", field.label()));
        } else if (said.value() != null) {
            values.put(field.key(), said.value().apply(field));
            names.put(field.key(), said.name());
        }
        return true;
    }

    /** Who notes an answer, or how content somebody was with it, has given one. */
    private @Nullable Object otherwise(AskedField field) {
        if (field.key().equals(Variables.FIRST_CONTACT)) {
            return said(Variables.SPOT_ANSWER) || said(Variables.SATISFACTION)
                    ? FirstContact.ANSWERED
                    : FirstContact.REPORTED;
        }
        return unsaid.of(field);
    }

    private boolean said(String key) {
        return sayings.stream().anyMatch(it -> it.value() != null && it.keys().contains(key));
    }

    /** By what a field was said, or could have been. */
    private String name(String key) {
        String name = names.get(key);
        return name != null
                ? name
                : sayings.stream()
                        .filter(it -> it.keys().contains(key))
                        .map(Said::name)
                        .findFirst()
                        .orElse(key);
    }
}
