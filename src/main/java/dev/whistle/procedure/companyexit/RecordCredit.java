package dev.whistle.procedure.companyexit;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 登记信用事实: what an exit leaves in the company's credit file (JJ.A8.3.2, AP.7, YQ.P5). */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(name = "登记信用事实", description = "登记企业列入黑名单、取消奖补资格、拒不移交、逾期没有移交的事实，供信用评价使用，只增不改；没有填写种类的不登记，同一案件的同一种类只登记一次。")
class RecordCredit implements JavaDelegate {

    private final CreditFacts facts;

    @BlockField(label = "企业", hint = "存放企业编号的变量，例如 ${company}")
    private Expression company;

    @BlockField(label = "种类", hint = "blacklisted 列入黑名单，subsidy-cancelled 取消奖补资格，handover-refused 拒不移交，handover-overdue 逾期没有移交，几种用空格隔开；没有的不填", required = false)
    private @Nullable Expression kinds;

    @BlockField(label = "情形", hint = "退出情形表中的代码，例如 ${exitReason}")
    private Expression reason;

    @BlockField(label = "小区", hint = "只涉及一个小区的填写", required = false)
    private @Nullable Expression compound;

    RecordCredit(CreditFacts facts) {
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        facts.record(
                execution.getProcessBusinessKey(),
                fields.required(company),
                CreditKind.named(fields.text(kinds).orElse("")),
                fields.required(reason),
                fields.text(compound).orElse(null));
    }
}
