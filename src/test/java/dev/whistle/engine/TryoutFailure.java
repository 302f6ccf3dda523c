package dev.whistle.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A step that fails with somebody's name in the message: while it runs, when the engine writes, or at the commit. */
@Component
public class TryoutFailure implements JavaDelegate {

    static final String NAME = "张三丰";

    @Override
    public void execute(DelegateExecution execution) {
        switch (String.valueOf(execution.getVariable("when"))) {
            case "running" -> throw new IllegalStateException(NAME, new IllegalArgumentException(NAME));
            case "writing" -> execution.setVariable("tooLong", NAME + "字".repeat(5000));
            default ->
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        throw new IllegalStateException(NAME);
                    }
                });
        }
    }
}
