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

/** Building block 启动小区交接: what happens in one compound is a case of its own, its street's (JJ.A4.2.2, AS.4). */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(
        name = "启动小区交接",
        description =
                "为企业退出的一个小区启动交接案件（流程 compound-handover），由小区所在镇街受理；后面用接收任务等待消息 company-exit.handover-ended。同一步骤只启动一次。")
class StartHandover implements JavaDelegate {

    private final ExitMessages messages;

    @BlockField(label = "小区", hint = "存放小区编号的变量，例如 ${leftCompound}")
    private Expression compound;

    @BlockField(label = "退出企业", hint = "存放企业编号的变量，例如 ${company}")
    private Expression company;

    @BlockField(label = "退出情形", hint = "退出情形表中的代码，例如 ${exitReason}")
    private Expression reason;

    @BlockField(label = "最后一日", hint = "企业服务的最后一日；已经撤离的不填", required = false)
    private @Nullable Expression lastDay;

    @BlockField(label = "是否紧急", hint = "yes 为企业已经撤离，先应急管理")
    private Expression urgent;

    StartHandover(ExitMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        messages.startHandover(
                new ExitMessages.Handover(
                        execution.getProcessBusinessKey(),
                        fields.required(compound),
                        fields.required(company),
                        fields.required(reason),
                        fields.text(lastDay).orElse(null),
                        fields.required(urgent)),
                execution.getActivityInstanceId());
    }
}
