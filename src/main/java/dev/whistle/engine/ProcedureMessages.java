package dev.whistle.engine;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Messages by which one procedure starts another or tells it something; in the transaction of whoever sends them. */
@Component
public class ProcedureMessages {

    private final RuntimeService runtime;
    private final Unrestricted unrestricted;

    ProcedureMessages(@Lazy RuntimeService runtime, Unrestricted unrestricted) {
        this.runtime = runtime;
        this.unrestricted = unrestricted;
    }

    /**
     * Starts the procedure that begins with this message.
     *
     * @param routing what the procedure routes by; never anybody's personal data, since it stays in the engine
     * @throws org.camunda.bpm.engine.MismatchingMessageCorrelationException if no procedure begins with it
     */
    public void start(String message, Map<String, Object> routing) {
        unrestricted.run(() ->
                runtime.createMessageCorrelation(message).setVariables(routing).correlateStartMessage());
    }

    /**
     * Tells a case something.
     *
     * @return whether it was waiting for that
     */
    public boolean tell(String caseNo, String message) {
        return unrestricted.run(() -> {
            var waiting = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNo).list().stream()
                    .map(ProcessInstance::getId)
                    .flatMap(it ->
                            runtime
                                    .createEventSubscriptionQuery()
                                    .processInstanceId(it)
                                    .eventName(message)
                                    .list()
                                    .stream())
                    .map(EventSubscription::getExecutionId)
                    .filter(execution -> stillWaits(execution, message))
                    .findFirst();
            waiting.ifPresent(execution -> runtime.messageEventReceived(message, execution));
            return waiting.isPresent();
        });
    }

    /** What this transaction has taken away stands in the database until it is written. */
    private static boolean stillWaits(String execution, String message) {
        return !Context.getCommandContext()
                .getEventSubscriptionManager()
                .findEventSubscriptionsByNameAndExecution(EventType.MESSAGE.name(), message, execution, false)
                .isEmpty();
    }
}
