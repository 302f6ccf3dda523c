package dev.whistle.casefile;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Building block 结案归档 (JJ.A7 三(六)): closes the case; its archive is made once the closing line is on the
 * timeline. Field: {@code outcome}, how the case ended.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
class CloseCase implements JavaDelegate {

    private final Cases cases;
    private final Archives archives;
    private Expression outcome;

    CloseCase(Cases cases, Archives archives) {
        this.cases = cases;
        this.archives = archives;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNo = execution.getProcessBusinessKey();
        cases.close(caseNo, outcome.getValue(execution).toString());
        TransactionSynchronizationManager.registerSynchronization(new ArchiveBeforeCommit(caseNo));
    }

    /** The line that tells of the closing is written after this step; the archive is made when it stands there. */
    private final class ArchiveBeforeCommit implements TransactionSynchronization {

        private final String caseNo;

        ArchiveBeforeCommit(String caseNo) {
            this.caseNo = caseNo;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            archives.make(caseNo);
        }
    }
}
