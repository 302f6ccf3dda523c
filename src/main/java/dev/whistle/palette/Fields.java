package dev.whistle.palette;

import dev.whistle.problem.FieldError;
import dev.whistle.problem.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a {@link Block} as a model has filled them in.
 *
 * @param execution the run of the block's step, for which expressions are worked out
 */
public record Fields(DelegateExecution execution) {

    /** {@code ${name}}, or {@code ${execution.getVariable('name')}} for one that may not be there. */
    private static final Pattern VARIABLE =
            Pattern.compile("[$#]\\{\\s*(?:execution\\.getVariable\\(')?(\\w+)(?:'\\))?\\s*}");

    /** What is written there, without blanks around it; empty where there is nothing else. */
    public Optional<String> text(@Nullable Expression field) {
        return stripped(field == null ? null : field.getValue(execution));
    }

    /** What a form has left in this variable, without blanks around it; empty where there is nothing else. */
    public Optional<String> variable(String name) {
        return stripped(execution.getVariable(name));
    }

    /**
     * What is written there.
     *
     * @throws IllegalStateException if there is nothing, which is a mistake of the model and not of an officer
     */
    public String required(Expression field) {
        return text(field)
                .orElseThrow(() -> new IllegalStateException("the step " + execution.getCurrentActivityId()
                        + " has nothing in " + field.getExpressionText()));
    }

    /** The form's field that the model hands on here; another name where the model makes it from something else. */
    public String name(@Nullable Expression field, String otherwise) {
        Matcher variable = VARIABLE.matcher(field == null ? "" : field.getExpressionText());
        return variable.matches() ? variable.group(1) : otherwise;
    }

    /**
     * A refusal whose fields are called as the form calls them that the officer has filled in.
     *
     * @param handedOn the block's fields by the names that the refusal uses
     */
    public Problem named(Problem refused, Map<String, Expression> handedOn) {
        return refused.errors().isEmpty()
                ? refused
                : Problem.invalid(refused.errors().stream()
                        .map(it -> new FieldError(
                                name(handedOn.get(it.field()), it.field()), it.message(), it.arguments()))
                        .toList());
    }

    private static Optional<String> stripped(@Nullable Object value) {
        return Optional.ofNullable(value)
                .map(Object::toString)
                .map(String::strip)
                .filter(it -> !it.isEmpty());
    }
}
