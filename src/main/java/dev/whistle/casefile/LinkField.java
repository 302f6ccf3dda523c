package dev.whistle.casefile;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.jspecify.annotations.Nullable;

/**
 * A block's field that a form has filled in.
 *
 * @param name what the form called it, so that a refusal names the place to mend
 */
record LinkField(String name, Optional<String> value) {

    private static final Pattern VARIABLE = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

    /** @param fallback the name where the model computes the value from something else than one variable */
    static LinkField of(@Nullable Expression field, String fallback, DelegateExecution execution) {
        if (field == null) {
            return new LinkField(fallback, Optional.empty());
        }
        Matcher variable = VARIABLE.matcher(field.getExpressionText());
        return new LinkField(
                variable.matches() ? variable.group(1) : fallback,
                Optional.ofNullable(field.getValue(execution))
                        .map(Object::toString)
                        .map(String::strip)
                        .filter(it -> !it.isEmpty()));
    }
}
