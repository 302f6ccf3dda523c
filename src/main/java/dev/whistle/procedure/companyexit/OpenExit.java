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

/** Building block 登记退出企业: a company leaves by this case, and each compound that it leaves is on record. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(
        name = "登记退出企业",
        description = "登记企业退出的每个小区和服务的最后一日，并设好 lastDay；没有填写的按时限表的退出预告期推算。最后一日已经过去、早于预告期，小区不由该企业管理、正在退出的退回。同一案件只登记一次。",
        sets = "lastDay")
class OpenExit implements JavaDelegate {

    private final CompanyExits exits;

    @BlockField(label = "退出企业", hint = "存放企业编号的变量，例如 ${company}")
    private Expression company;

    @BlockField(label = "小区", hint = "退出一个小区的填写小区编号；不填为该企业管理的全部小区", required = false)
    private @Nullable Expression compound;

    @BlockField(label = "退出情形", hint = "退出情形表中的代码，例如 ${exitReason}")
    private Expression reason;

    @BlockField(label = "最后一日", hint = "例如 ${lastDay}，其值如 2026-10-31；不填的按退出预告期推算", required = false)
    private @Nullable Expression lastDay;

    @BlockField(label = "最后一日的规则", hint = "free 自今天起推算，notice 不得早于自收到之日起的预告期，none 企业已经撤离、没有最后一日")
    private Expression lastDayRule;

    OpenExit(CompanyExits exits) {
        this.exits = exits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        execution.setVariable(
                "lastDay",
                exits.open(
                        execution.getProcessBusinessKey(),
                        fields.required(company),
                        fields.text(compound).orElse(null),
                        fields.required(reason),
                        new CompanyExits.Until(
                                fields.required(lastDayRule),
                                fields.text(lastDay).orElse(null))));
    }
}
