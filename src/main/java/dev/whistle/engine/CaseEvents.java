package dev.whistle.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.casefile.CaseFile;
import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Submissions;
import dev.whistle.casefile.Timeline;
import dev.whistle.engine.FormContract.Accepted;
import dev.whistle.engine.ReferenceList.Asker;
import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What happens outside while a case is under way and an officer records: a complaint is withdrawn, an assignment
 * cancelled. A model says so by a message that it waits for (see {@link OfferedEvent}); what is entered passes the
 * form's contract like that of a task. Whoever calls has checked that the case may be read.
 */
@Component
public class CaseEvents {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Unrestricted unrestricted;
    private final FormSchemas schemas;
    private final FormContract contract;
    private final ServedForms forms;
    private final Recorders recorders;
    private final Submissions submissions;
    private final Timeline timeline;
    private final CurrentOfficer current;

    CaseEvents(
            @Lazy RuntimeService runtime,
            @Lazy RepositoryService repository,
            Unrestricted unrestricted,
            FormSchemas schemas,
            FormContract contract,
            ServedForms forms,
            Recorders recorders,
            Submissions submissions,
            Timeline timeline,
            CurrentOfficer current) {
        this.runtime = runtime;
        this.repository = repository;
        this.unrestricted = unrestricted;
        this.schemas = schemas;
        this.contract = contract;
        this.forms = forms;
        this.recorders = recorders;
        this.submissions = submissions;
        this.timeline = timeline;
        this.current = current;
    }

    /**
     * An event that a case waits for.
     *
     * @param event the model's message, e.g. {@code complaint.withdrawn}
     * @param name as officers read it
     * @param clauses ids of the clauses it stands on
     * @param guidance when it is to be recorded and what follows
     * @param form the form to fill in, for this officer; null where there is nothing to fill in
     */
    public record Awaited(
            String event,
            String name,
            List<String> clauses,
            String guidance,
            @Nullable JsonNode form) {}

    /** The events that the case waits for now and that the officer who is asking may record. */
    public List<Awaited> of(CaseFile file) {
        return unrestricted.run(() -> waiting(file.caseNo())
                .filter(it -> mayRecord(file, it))
                .map(it -> awaited(it, file.caseNo()))
                .toList());
    }

    /**
     * Records that an event has happened: what was entered goes on the timeline, the model goes on from there, in one
     * transaction.
     *
     * @param event the model's message
     * @param entered values by the keys of the form's fields
     * @throws Problem of kind CONFLICT if the case does not wait for it (any more), FORBIDDEN if it is for others to
     *     record, INVALID naming every field that is not right
     */
    public void record(CaseFile file, String event, Map<String, Object> entered) {
        unrestricted.run(() -> {
            Waiting waiting = waiting(file.caseNo())
                    .filter(it -> it.message().equals(event))
                    .findFirst()
                    .orElseThrow(() -> notAwaited(file));
            if (!mayRecord(file, waiting)) {
                throw new Problem(
                        Kind.FORBIDDEN,
                        "case.event.not-yours",
                        waiting.offered().name());
            }
            VariableMap let = letIn(waiting, entered, file.caseNo());
            OfferedEvent offered = waiting.offered();
            timeline.record(
                    file.caseNo(),
                    EventKind.EVENT,
                    offered.element(),
                    offered.name(),
                    offered.guidance().line(),
                    submissions.takeFor(file.caseNo()));
            deliver(file, waiting, let);
            return event;
        });
    }

    /**
     * Somebody else may have recorded it, or ended the case, since it was seen waiting. Whoever holds the subscription
     * is the only one to go on with it; the others learn here that it is gone, not from a failure inside of the engine.
     */
    private void deliver(CaseFile file, Waiting waiting, VariableMap let) {
        boolean still = !Context.getCommandContext()
                .getEventSubscriptionManager()
                .findEventSubscriptionsByNameAndExecution(
                        EventType.MESSAGE.name(), waiting.message(), waiting.execution(), true)
                .isEmpty();
        if (!still) {
            throw notAwaited(file);
        }
        runtime.messageEventReceived(waiting.message(), waiting.execution(), let);
    }

    private static Problem notAwaited(CaseFile file) {
        return new Problem(Kind.CONFLICT, "case.event.not-awaited", file.caseNo());
    }

    /** A message that an execution of the case waits for and the model offers to officers. */
    private record Waiting(String message, String execution, String deployment, OfferedEvent offered) {}

    private Stream<Waiting> waiting(String caseNo) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNo).list().stream()
                .flatMap(this::waiting);
    }

    private Stream<Waiting> waiting(ProcessInstance instance) {
        return runtime
                .createEventSubscriptionQuery()
                .processInstanceId(instance.getId())
                .eventType("message")
                .list()
                .stream()
                .flatMap(it -> waiting(it, instance.getProcessDefinitionId()));
    }

    private Stream<Waiting> waiting(EventSubscription subscription, String definition) {
        FlowElement element =
                repository.getBpmnModelInstance(definition).getModelElementById(subscription.getActivityId());
        return OfferedEvent.at(element).stream()
                .map(offered -> new Waiting(
                        subscription.getEventName(),
                        subscription.getExecutionId(),
                        repository.getProcessDefinition(definition).getDeploymentId(),
                        offered));
    }

    private boolean mayRecord(CaseFile file, Waiting waiting) {
        return recorders.include(officer(), file, waiting.offered().who());
    }

    private Awaited awaited(Waiting waiting, String caseNo) {
        OfferedEvent offered = waiting.offered();
        return new Awaited(
                waiting.message(),
                offered.name(),
                offered.guidance().clauses(),
                offered.guidance().text(),
                offered.form() == null ? null : forms.filled(schema(waiting, offered.form()), caseNo));
    }

    private VariableMap letIn(Waiting waiting, Map<String, Object> entered, String caseNo) {
        String form = waiting.offered().form();
        VariableMap values = Variables.fromMap(entered);
        if (form == null) {
            if (!values.isEmpty()) {
                throw new Problem(
                        Kind.INVALID, "case.event.no-form", waiting.offered().name());
            }
            return values;
        }
        Accepted accepted =
                contract.accept(FormSchema.of(schema(waiting, form)), values, Map.of(), new Asker(officer(), caseNo));
        submissions.hold(accepted.submission());
        return accepted.variables();
    }

    private JsonNode schema(Waiting waiting, String form) {
        return schemas.ofBundle(waiting.deployment(), form, Context.getCommandContext());
    }

    private Officer officer() {
        return current.get().orElseThrow(() -> new Problem(Kind.FORBIDDEN, "case.nobody"));
    }
}
