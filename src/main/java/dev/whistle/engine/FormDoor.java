package dev.whistle.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.whistle.casefile.Submissions;
import dev.whistle.engine.FormContract.Accepted;
import dev.whistle.engine.ReferenceList.Asker;
import dev.whistle.organisation.Officer;
import dev.whistle.problem.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door through which everything enters that a person or a program hands in with a task or a start. It runs inside
 * the engine's command, hence in its transaction. What the application's own delegates do inside the engine does not
 * pass here: nobody handed it in.
 */
@Component
class FormDoor {

    private final FormSchemas schemas;
    private final FormContract contract;
    private final ShownValues shown;
    private final Submissions submissions;

    FormDoor(FormSchemas schemas, FormContract contract, ShownValues shown, Submissions submissions) {
        this.schemas = schemas;
        this.contract = contract;
        this.shown = shown;
        this.submissions = submissions;
    }

    /**
     * Lets in what was handed in with a task.
     *
     * @return the variables the task may be completed with
     * @throws Problem if the task is gone or the form is not kept
     */
    VariableMap completing(@Nullable String taskId, @Nullable Map<String, Object> handedIn, CommandContext context) {
        VariableMap values = values(handedIn);
        Optional<Officer> officer = Outside.caller(context);
        if (officer.isEmpty()) {
            return values;
        }
        TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
        if (task == null || goneMeanwhile(task)) {
            throw new Problem(Problem.Kind.CONFLICT, "task.gone");
        }
        checkWork(task, context); // before the form: who may not do the task learns nothing about it
        if (task.getAssignee() != null
                && !task.getAssignee().equals(officer.get().user())) {
            // Colleagues keep the right to what their unit holds, so that it can be handed to them.
            throw new Problem(Problem.Kind.FORBIDDEN, "task.anothers");
        }
        return letIn(
                schemas.ofTask(task, context),
                values,
                form -> shown.of(form, task),
                new Asker(officer.get(), caseNoOf(task)),
                "task.no-form");
    }

    /** Somebody else has completed it since its row was read: its execution has moved on or ended. */
    private static boolean goneMeanwhile(TaskEntity task) {
        return task.getExecutionId() != null
                && (task.getExecution() == null || task.getExecution().getProcessInstance() == null);
    }

    private static @Nullable String caseNoOf(TaskEntity task) {
        var execution = task.getExecution();
        return execution == null ? null : execution.getProcessBusinessKey();
    }

    private static void checkWork(TaskEntity task, CommandContext context) {
        try {
            for (CommandChecker checker :
                    context.getProcessEngineConfiguration().getCommandCheckers()) {
                checker.checkTaskWork(task);
            }
        } catch (AuthorizationException refused) {
            // Done by somebody else since it was read just now, its grants are gone as well.
            throw isThere(task, context) ? refused : new Problem(Problem.Kind.CONFLICT, "task.gone");
        }
    }

    private static boolean isThere(TaskEntity task, CommandContext context) {
        TaskQuery query = context.getProcessEngineConfiguration()
                .getTaskService()
                .createTaskQuery()
                .taskId(task.getId());
        return context.runWithoutAuthorization(query::count) > 0;
    }

    /**
     * Lets in what was handed in with a start.
     *
     * @return the variables the process may be started with
     * @throws Problem if the form is not kept, a case number is given, which only the system gives, or the start is
     *     to skip steps
     */
    VariableMap starting(ProcessInstantiationBuilderImpl start, CommandContext context) {
        if (Outside.caller(context).isEmpty()) {
            return values(start.getVariables());
        }
        if (!start.getModificationBuilder().getModificationOperations().isEmpty()) {
            throw new Problem(Problem.Kind.FORBIDDEN, "start.at-activity");
        }
        ProcessDefinitionEntity process = new GetDeployedProcessDefinitionCmd(start, false).execute(context);
        return starting(process, start.getBusinessKey(), start.getVariables(), context);
    }

    /**
     * Lets in what was handed in with a start form; see {@link #starting(ProcessInstantiationBuilderImpl,
     * CommandContext)}.
     */
    VariableMap starting(
            String processDefinitionId,
            @Nullable String businessKey,
            @Nullable Map<String, Object> handedIn,
            CommandContext context) {
        if (Outside.caller(context).isEmpty()) {
            return values(handedIn);
        }
        ProcessDefinitionEntity process =
                new GetDeployedProcessDefinitionCmd(processDefinitionId, false).execute(context);
        return starting(process, businessKey, handedIn, context);
    }

    private VariableMap starting(
            ProcessDefinitionEntity process,
            @Nullable String businessKey,
            @Nullable Map<String, Object> handedIn,
            CommandContext context) {
        for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
            checker.checkCreateProcessInstance(process);
        }
        if (businessKey != null && !businessKey.isBlank()) {
            throw new Problem(Problem.Kind.INVALID, "start.case-number-is-ours");
        }
        Officer officer = Outside.caller(context).orElseThrow();
        return letIn(
                schemas.ofStart(process, context),
                values(handedIn),
                form -> Map.of(),
                new Asker(officer, null),
                "start.no-form");
    }

    private VariableMap letIn(
            Optional<JsonNode> form,
            VariableMap values,
            Function<FormSchema, Map<String, @Nullable Object>> shown,
            Asker asker,
            String withoutForm) {
        if (form.isEmpty()) {
            if (!values.isEmpty()) {
                throw new Problem(Problem.Kind.INVALID, withoutForm);
            }
            return values;
        }
        FormSchema schema = FormSchema.of(form.get());
        Accepted accepted = contract.accept(schema, values, shown.apply(schema), asker);
        submissions.hold(accepted.submission());
        return accepted.variables();
    }

    private static VariableMap values(@Nullable Map<String, Object> handedIn) {
        return handedIn == null ? Variables.createVariables() : Variables.fromMap(handedIn);
    }
}
