package dev.whistle.procedure.whistle;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern VARIABLE =
            Pattern.compile("[$#]\\{\\s*(?:execution\\.getVariable\\('(\\w+)'\\)|(\\w+))\\s*}");

    /** @param otherwise the name where the model computes the value from something else than one variable */
    static Field of(@Nullable Expression field, String otherwise, DelegateExecution execution) {
        if (field == null) {
            return new Field(otherwise, null);
        }
        Matcher variable = VARIABLE.matcher(field.getExpressionText());
        return new Field(
                variable.matches()
                        ? Optional.ofNullable(variable.group(1)).orElseGet(() -> variable.group(2))
                        : otherwise,
                Optional.ofNullable(field.getValue(execution))
                        .map(Object::toString)
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .orElse(null));
    }

    Optional<String> text() {
        return Optional.ofNullable(value);
    }

    boolean yes() {
        return "yes".equals(value) || "true".equals(value);
    }
}
