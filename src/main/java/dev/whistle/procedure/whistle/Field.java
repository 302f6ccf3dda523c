package dev.whistle.procedure.whistle;

import dev.whistle.palette.Fields;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.jspecify.annotations.Nullable;

/**
 * What a model has written into a block's field.
 *
 * @param name what the form calls it, so that a refusal names the place to mend
 * @param value null where nothing is written
 */
record Field(String name, @Nullable String value) {

    /** @param otherwise the name where the model makes the value from something else than one variable */
    static Field of(@Nullable Expression field, String otherwise, DelegateExecution execution) {
        Fields fields = new Fields(execution);
        return new Field(fields.name(field, otherwise), fields.text(field).orElse(null));
    }

    Optional<String> text() {
        return Optional.ofNullable(value);
    }

    boolean yes() {
        return "yes".equals(value) || "true".equals(value);
    }
}
