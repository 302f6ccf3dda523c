package dev.whistle.register;

import dev.whistle.casefile.Cases;
import dev.whistle.casefile.ChineseTime;
import dev.whistle.casefile.Submission;
import dev.whistle.casefile.Submissions;
import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 终止物业服务合同: a company's contracts for the case's compound end with a day. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(name = "终止物业服务合同", description = "登记企业对本案小区的合同到哪一天为止；此前已经到期或者终止的合同不变，重复执行不再改变。")
class EndContract implements JavaDelegate {

    private final CaseEntries entries;
    private final Cases cases;
    private final Submissions submissions;

    @BlockField(label = "物业服务企业", hint = "退出企业的编号，例如 ${company}")
    private Expression company;

    @BlockField(label = "合同最后一天", hint = "例如 ${lastDay}，其值如 2026-10-01")
    private Expression lastDay;

    @BlockField(label = "终止原因", hint = "一句话，登记簿中显示，例如 业主大会决定解除")
    private Expression reason;

    EndContract(CaseEntries entries, Cases cases, Submissions submissions) {
        this.entries = entries;
        this.cases = cases;
        this.submissions = submissions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        String caseNo = execution.getProcessBusinessKey();
        LocalDate last = LocalDate.parse(fields.required(lastDay));
        entries.ended(cases.compoundOf(caseNo), fields.required(company), last, fields.required(reason), caseNo);
        submissions.hold(new Submission.Draft()
                .field("lastDay", "合同最后一天", ChineseTime.of(last))
                .field("reason", "终止原因", fields.required(reason))
                .done());
    }
}
