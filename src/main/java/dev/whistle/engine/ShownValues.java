package dev.whistle.engine;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the fields of a task's form stand at that are shown and not asked: a fact of the case where {@code from} names
 * one, else the process variable of that name. Only those are looked up that a condition of the form asks for.
 */
@Component
class ShownValues {

    private final FirstValues first;

    ShownValues(FirstValues first) {
        this.first = first;
    }

    Map<String, Object> of(FormSchema form, TaskEntity task) {
        Map<String, @Nullable Object> values = new HashMap<>();
        form.fields().stream()
                .filter(FormField::fixed)
                .filter(it -> asked(form, it.key()))
                .forEach(it -> values.put(it.key(), value(it, task)));
        return values;
    }

    private static boolean asked(FormSchema form, String key) {
        return form.fields().stream().anyMatch(it -> !it.fixed() && it.goesBy(key));
    }

    private @Nullable Object value(FormField field, TaskEntity task) {
        return field.from() == null
                ? task.getVariable(field.key())
                : first.of(field, field.from(), task.getExecution().getProcessBusinessKey());
    }
}
