package dev.whistle.procedure.companyexit;

import dev.whistle.engine.ProcedureMessages;
import dev.whistle.organisation.Responsibilities;
import dev.whistle.procedure.companyexit.CompanyExitProcess.Messages;
import dev.whistle.register.Exits;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.repository.Deployment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens in a compound, as far as the case of the company that leaves hears of it. */
@Component("trialHandovers")
public class TrialHandovers {

    private final ProcessEngine engine;
    private final Exits exits;
    private final ProcedureMessages messages;
    private final Responsibilities responsibilities;
    private final JdbcTemplate db;
    private final TransactionTemplate transaction;

    TrialHandovers(
            ProcessEngine engine,
            Exits exits,
            ProcedureMessages messages,
            Responsibilities responsibilities,
            JdbcTemplate db,
            TransactionTemplate transaction) {
        this.engine = engine;
        this.exits = exits;
        this.messages = messages;
        this.responsibilities = responsibilities;
        this.db = db;
        this.transaction = transaction;
    }

    /** Deploys a model that begins by the message, unless the real one does. */
    public @Nullable Deployment deploy() {
        boolean real = engine.getRuntimeService()
                        .createEventSubscriptionQuery()
                        .eventName(Messages.HANDOVER_DUE)
                        .count()
                > 0;
        return real
                ? null
                : engine.getRepositoryService()
                        .createDeployment()
                        .addClasspathResource("dev/whistle/procedure/companyexit/handover-trial.bpmn")
                        .deploy();
    }

    public void undeploy(@Nullable Deployment deployment) {
        if (deployment != null) {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
    }

    /** A compound has been handed over, as far as the exit hears of it; the real handover's case is left where it is. */
    void ended(String exit, String compound, String outcome) {
        transaction.executeWithoutResult(any -> {
            exits.of(exit).stream()
                    .filter(it -> it.compound().equals(compound) && it.handover() != null)
                    .forEach(it -> responsibilities.takeBack(compound, Objects.requireNonNull(it.handover())));
            db.update("update whistle.compound_handover set open_compound = null where compound = ?", compound);
            exits.ended(exit, compound, outcome);
            messages.tell(exit, Messages.HANDOVER_ENDED);
        });
    }

    /** Called by the trial model. */
    public void begin(DelegateExecution execution) {
        exits.started(text(execution, "parent"), text(execution, "compound"), execution.getProcessBusinessKey());
    }

    /** Called by the trial model. */
    public void withdraw(DelegateExecution execution) {
        exits.ended(text(execution, "parent"), text(execution, "compound"), "withdrawn");
        messages.tell(text(execution, "parent"), Messages.HANDOVER_ENDED);
    }

    private static String text(DelegateExecution execution, String name) {
        return String.valueOf(execution.getVariable(name));
    }
}
