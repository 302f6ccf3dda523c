package dev.whistle.engine;

import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Starts processes through the {@link FormDoor}; see there. */
class ContractRuntimeService extends RuntimeServiceImpl {

    private final ObjectProvider<FormDoor> door;

    ContractRuntimeService(ObjectProvider<FormDoor> door) {
        this.door = door;
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceById(String processDefinitionId) {
        return new CheckedStart(processDefinitionId, null);
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceByKey(String processDefinitionKey) {
        return new CheckedStart(null, processDefinitionKey);
    }

    /** Starts a process with what its form has let in already: see {@link Starts}. */
    ProcessInstance startChecked(String definition, VariableMap variables) {
        return ProcessInstantiationBuilderImpl.createProcessInstanceById(commandExecutor, definition)
                .setVariables(variables)
                .execute();
    }

    /** A start that asks the door when it is carried out. */
    private final class CheckedStart extends ProcessInstantiationBuilderImpl {

        CheckedStart(@Nullable String processDefinitionId, @Nullable String processDefinitionKey) {
            super(ContractRuntimeService.this.commandExecutor);
            this.processDefinitionId = processDefinitionId;
            this.processDefinitionKey = processDefinitionKey;
        }

        @Override
        public ProcessInstanceWithVariables executeWithVariablesInReturn(
                boolean skipCustomListeners, boolean skipIoMappings) {
            return commandExecutor.execute(context -> {
                // A copy: what our own code starts comes back as the very map that is cleared next.
                VariableMap let = Variables.createVariables();
                let.putAll(door.getObject().starting(this, context));
                getVariables().clear();
                getVariables().putAll(let);
                return super.executeWithVariablesInReturn(skipCustomListeners, skipIoMappings);
            });
        }
    }
}
