package dev.whistle.engine;

import dev.whistle.organisation.Officer;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractModificationCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractProcessInstanceModificationCommand;
import org.camunda.bpm.engine.impl.cmd.AbstractRemoveVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.ExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.FetchExternalTasksCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.CaseExecutionVariableCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.CreateCaseInstanceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;

/**
 * Closes what the engine offers to anybody logged in and a case must not suffer: ending a step without its form,
 * sending a model its messages, writing variables, moving a token. Camunda's own authorization stands before it and
 * is not replaced.
 */
final class Hardening extends CommandInterceptor {

    /** A step ends by its form, for administrators too; Camunda's task delegation would leave it half done. */
    private static final Set<Class<?>> PAST_THE_FORM = Set.of(
            HandleTaskBpmnErrorCmd.class,
            HandleTaskEscalationCmd.class,
            ResolveTaskCmd.class,
            DelegateTaskCmd.class,
            EvaluateStartConditionCmd.class,
            CreateCaseInstanceCmd.class,
            CaseExecutionVariableCmd.class);

    /**
     * What an officer writes or attaches belongs to the case, encrypted or access-checked, never to an engine table.
     */
    private static final Set<Class<?>> BESIDE_THE_CASE =
            Set.of(CreateAttachmentCmd.class, SaveAttachmentCmd.class, AddCommentCmd.class, UpdateCommentCmd.class);

    /** Repairs: an administrator may need them, and the engine's operation log tells who did it. */
    private static final Set<Class<?>> REPAIR = Set.of(
            AbstractCorrelateMessageCmd.class,
            CorrelateAllMessageBatchCmd.class,
            MessageEventReceivedCmd.class,
            SignalEventReceivedCmd.class,
            SignalCmd.class,
            AbstractSetVariableCmd.class,
            AbstractRemoveVariableCmd.class,
            AbstractPatchVariablesCmd.class,
            SetVariablesToProcessInstancesBatchCmd.class,
            AbstractModificationCmd.class,
            AbstractProcessInstanceModificationCommand.class,
            ModifyProcessInstanceCmd.class,
            ModifyProcessInstanceAsyncCmd.class,
            AbstractRestartProcessInstanceCmd.class,
            AbstractMigrationCmd.class,
            ExternalTaskCmd.class,
            FetchExternalTasksCmd.class);

    @Override
    public <T> T execute(Command<T> command) {
        Outside.caller(Context.getCommandContext()).ifPresent(caller -> check(command, caller));
        return next.execute(command);
    }

    private static void check(Command<?> command, Officer caller) {
        if (command instanceof AbstractQuery<?, ?> query) {
            QueryExpressions.refuse(query);
        } else if (isOneOf(PAST_THE_FORM, command)) {
            throw new Problem(Kind.FORBIDDEN, "engine.past-the-form");
        } else if (isOneOf(BESIDE_THE_CASE, command)) {
            throw new Problem(Kind.FORBIDDEN, "engine.beside-the-case");
        } else if (isOneOf(REPAIR, command) && !caller.administrator()) {
            throw new Problem(Kind.FORBIDDEN, "engine.repair");
        }
    }

    private static boolean isOneOf(Set<Class<?>> closed, Command<?> command) {
        return closed.stream().anyMatch(it -> it.isInstance(command));
    }
}
