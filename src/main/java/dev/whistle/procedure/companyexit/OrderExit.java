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

/**
 * Building block 启动企业退出: a case has found that a company is to leave, which a case of its own decides (JJ.A7.3.7,
 * JJ.A8.3.2).
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(name = "启动企业退出", description = "督办、考核、信用等案件认为企业应当退出的，另立企业退出案件（TC），由区办公室受理；同一步骤只启动一次，不是物业服务企业、情形不适用的退回。")
class OrderExit implements JavaDelegate {

    private final ExitMessages messages;

    @BlockField(label = "退出情形", hint = "退出情形表中的代码，例如 grave 造成重大矛盾或者事故、resettlement-bottom、district-bottom、blacklisted")
    private Expression reason;

    @BlockField(label = "退出企业", hint = "存放企业编号的变量，例如 ${unit}")
    private Expression company;

    @BlockField(label = "小区", hint = "小区编号；不填的取本案、上级案件的小区，都没有或者企业不再管理的为全区", required = false)
    private @Nullable Expression compound;

    @BlockField(label = "第几次列入黑名单", hint = "first 首次，second 再次；列入黑名单的填写", required = false)
    private @Nullable Expression listing;

    @BlockField(label = "事由", hint = "一句话写明，不写任何人的姓名、电话、住址")
    private Expression matter;

    OrderExit(ExitMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Fields fields = new Fields(execution);
        messages.order(
                new ExitMessages.Order(
                        execution.getProcessBusinessKey(),
                        fields.required(reason),
                        fields.required(company),
                        fields.text(compound).orElse(null),
                        fields.text(listing).orElse(null),
                        fields.required(matter)),
                execution.getActivityInstanceId());
    }
}
