package dev.whistle.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Completes tasks through the {@link FormDoor}; see there. */
class ContractTaskService extends TaskServiceImpl {

    private final ObjectProvider<FormDoor> door;

    ContractTaskService(ObjectProvider<FormDoor> door) {
        this.door = door;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> variables) {
        commandExecutor.execute(context -> {
            super.complete(taskId, door.getObject().completing(taskId, variables, context));
            return null;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> variables, boolean deserializeValues) {
        return commandExecutor.execute(context -> super.completeWithVariablesInReturn(
                taskId, door.getObject().completing(taskId, variables, context), deserializeValues));
    }
}
