package dev.whistle.casefile;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Building block 结案归档 (JJ.A7 三(六)): closes the case, in which no clock runs and no letter waits from then on; its
 * archive is made once the closing line is on the timeline. Closed again, it stays as it was.
 */
@Component
@Block(name = "结案归档", description = "记录办理结果并结案，取消仍在计算的期限，撤回尚未送达的文书，随后把登记、经过、附件整理成归档材料；放在每个结束事件之前。")
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
class CloseCase implements JavaDelegate {

    /** Why clocks are cancelled and letters withdrawn that are left when a case is closed. */
    private static final String BECAUSE = "结案";

    private final Cases cases;
    private final List<CaseClosing> underWay;
    private final Archives archives;

    @BlockField(
            label = "办理结果",
            hint = "办理结果的代码，例如 answered-in-time；中文名称写在 messages.properties 的 case.outcome 之下。",
            choice = BlockField.Choice.OUTCOME)
    private Expression outcome;

    CloseCase(Cases cases, List<CaseClosing> underWay, Archives archives) {
        this.cases = cases;
        this.underWay = underWay;
        this.archives = archives;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNo = execution.getProcessBusinessKey();
        underWay.forEach(it -> it.closing(caseNo, BECAUSE));
        cases.close(caseNo, new Fields(execution).required(outcome));
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
