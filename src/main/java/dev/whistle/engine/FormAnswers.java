package dev.whistle.engine;

import dev.whistle.engine.ReferenceList.Asker;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the conditions and lists of a form answer to one officer. Who hands in the same form a thousand times asks the
 * same few questions again and again, so each is answered once; an answer is good for one act, since a list may be
 * another tomorrow.
 */
final class FormAnswers {

    private final FormSchema form;
    private final Conditions conditions;
    private final Function<String, ReferenceList> lists;
    private final Asker asker;
    private final Map<String, List<String>> goesBy = new HashMap<>();
    private final Map<Hidden, Boolean> hidden = new HashMap<>();
    private final Map<Chosen, Map<String, String>> chosen = new HashMap<>();
    private final Map<String, Map<String, String>> read = new HashMap<>();

    FormAnswers(FormSchema form, Conditions conditions, Function<String, ReferenceList> lists, Asker asker) {
        this.form = form;
        this.conditions = conditions;
        this.lists = lists;
        this.asker = asker;
    }

    /** A condition, and what stands in the fields that it goes by. */
    private record Hidden(String condition, List<@Nullable Object> values) {}

    /** A value of a list. */
    private record Chosen(String list, String value) {}

    /** Who fills the form in, and for which case. */
    Asker asker() {
        return asker;
    }

    /** Whether a field is not there where this is what was entered. */
    boolean hidden(FormField field, Map<String, @Nullable Object> entered) {
        if (field.hide() == null) {
            return false;
        }
        Hidden question = new Hidden(
                field.hide(),
                goesBy(field).stream().<@Nullable Object>map(entered::get).toList());
        return hidden.computeIfAbsent(question, it -> conditions.holds(it.condition(), entered));
    }

    /** Whether it goes by one of these fields whether this one is there. */
    boolean goesByOneOf(FormField field, Collection<String> keys) {
        return !keys.isEmpty() && goesBy(field).stream().anyMatch(keys::contains);
    }

    /** Of the choices of a field what it takes to check this value: a whole register is not read for one line of it. */
    Map<String, String> chosen(FormField field, @Nullable Object value) {
        if (field.reference() == null) {
            return field.options();
        }
        return value == null
                ? Map.of()
                : chosen.computeIfAbsent(new Chosen(field.reference(), value.toString()), this::look);
    }

    /**
     * All choices of a field, words by code, in the order shown. Who reads a list has its values checked by what was
     * read.
     */
    Map<String, String> all(FormField field) {
        return field.reference() == null ? field.options() : read.computeIfAbsent(field.reference(), this::list);
    }

    private Map<String, String> list(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        lists.apply(name).options(asker).forEach(it -> all.put(it.value(), it.label()));
        return all;
    }

    private Map<String, String> look(Chosen choice) {
        Map<String, String> all = read.get(choice.list());
        if (all != null) {
            return all;
        }
        return lists.apply(choice.list())
                .find(choice.value(), asker)
                .map(it -> Map.of(it.value(), it.label()))
                .orElse(Map.of());
    }

    private List<String> goesBy(FormField field) {
        return field.hide() == null
                ? List.of()
                : goesBy.computeIfAbsent(
                        field.hide(),
                        condition -> form.fields().stream()
                                .map(FormField::key)
                                .filter(field::goesBy)
                                .toList());
    }
}
