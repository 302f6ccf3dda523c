package dev.whistle.sanction;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.jspecify.annotations.Nullable;

/** What a model has written into a block's fields. */
record Fields(DelegateExecution execution) {

    Optional<String> text(@Nullable Expression field) {
        return Optional.ofNullable(field)
                .map(it -> it.getValue(execution))
                .map(Object::toString)
                .map(String::strip)
                .filter(it -> !it.isEmpty());
    }

    String required(Expression field) {
        return text(field)
                .orElseThrow(() -> new IllegalStateException("the step " + execution.getCurrentActivityId()
                        + " has nothing in " + field.getExpressionText()));
    }

    Optional<LadderRung> rung(@Nullable Expression field) {
        return text(field).map(LadderRung::of);
    }
}
