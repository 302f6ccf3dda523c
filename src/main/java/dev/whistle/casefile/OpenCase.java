package dev.whistle.casefile;

import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.problem.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Building block 立案: opens the case and makes its number the business key. The unit of the officer who hands it in
 * takes it up. Run again in the same process it changes nothing.
 *
 * <p>Fields: {@code code} the number's two letters; {@code title}; {@code details}, {@code source},
 * {@code externalNo}, {@code place}, {@code compound} as far as there are any; {@code receivedAt} ISO time with offset.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
class OpenCase implements JavaDelegate {

    private final Cases cases;
    private final CurrentOfficer current;
    private Expression code;
    private Expression title;
    private @Nullable Expression details;
    private @Nullable Expression source;
    private @Nullable Expression externalNo;
    private @Nullable Expression place;
    private @Nullable Expression compound;
    private Expression receivedAt;

    OpenCase(Cases cases, CurrentOfficer current) {
        this.cases = cases;
        this.current = current;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() != null) {
            return;
        }
        CaseFile opened = cases.open(new NewCase(
                required(code, execution),
                procedure(execution),
                required(title, execution),
                text(details, execution),
                text(source, execution),
                text(externalNo, execution),
                text(place, execution),
                text(compound, execution),
                takingUp(),
                received(execution),
                null));
        execution.setProcessBusinessKey(opened.caseNo());
    }

    /** The id of the process that this step stands in, at whatever depth. */
    private static String procedure(DelegateExecution execution) {
        ModelElementInstance element = execution.getBpmnModelElementInstance();
        while (!(element instanceof Process process)) {
            element = element.getParentElement();
        }
        return process.getId();
    }

    private String takingUp() {
        return current.get().map(Officer::units).orElseThrow().stream()
                .sorted()
                .findFirst()
                .orElseThrow(() -> new Problem(Problem.Kind.FORBIDDEN, "case.no-unit"));
    }

    private Instant received(DelegateExecution execution) {
        return OffsetDateTime.parse(required(receivedAt, execution)).toInstant();
    }

    private static String required(Expression field, DelegateExecution execution) {
        return field.getValue(execution).toString();
    }

    private static @Nullable String text(@Nullable Expression field, DelegateExecution execution) {
        Object value = field == null ? null : field.getValue(execution);
        return value == null ? null : value.toString();
    }
}
