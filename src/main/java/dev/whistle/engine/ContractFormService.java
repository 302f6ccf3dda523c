package dev.whistle.engine;

import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Takes forms in through the {@link FormDoor} and hands them out filled in by {@link ServedForms}. */
class ContractFormService extends FormServiceImpl {

    private final ObjectProvider<FormDoor> door;
    private final ObjectProvider<ServedForms> forms;

    ContractFormService(ObjectProvider<FormDoor> door, ObjectProvider<ServedForms> forms) {
        this.door = door;
        this.forms = forms;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        commandExecutor.execute(context -> {
            super.submitTaskForm(taskId, door.getObject().completing(taskId, properties, context));
            return null;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return commandExecutor.execute(context -> super.submitTaskFormWithVariablesInReturn(
                taskId, door.getObject().completing(taskId, properties, context), deserializeValues));
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, null, properties);
    }

    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, @Nullable String businessKey, Map<String, Object> properties) {
        return commandExecutor.execute(context -> super.submitStartForm(
                processDefinitionId,
                businessKey,
                door.getObject().starting(processDefinitionId, businessKey, properties, context)));
    }

    @Override
    @Deprecated
    @SuppressWarnings({"unchecked", "rawtypes"})
    public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> properties) {
        return submitStartForm(processDefinitionId, null, (Map) properties);
    }

    @Override
    @Deprecated
    @SuppressWarnings({"unchecked", "rawtypes"})
    public ProcessInstance submitStartFormData(
            String processDefinitionId, @Nullable String businessKey, Map<String, String> properties) {
        return submitStartForm(processDefinitionId, businessKey, (Map) properties);
    }

    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        return commandExecutor.execute(
                context -> forms.getObject().filled(super.getDeployedTaskForm(taskId), caseNoOf(taskId, context)));
    }

    @Override
    public InputStream getDeployedStartForm(String processDefinitionId) {
        return commandExecutor.execute(
                context -> forms.getObject().filled(super.getDeployedStartForm(processDefinitionId), null));
    }

    private static @Nullable String caseNoOf(String taskId, CommandContext context) {
        var execution = context.getTaskManager().findTaskById(taskId).getExecution();
        return execution == null ? null : execution.getProcessBusinessKey();
    }
}
