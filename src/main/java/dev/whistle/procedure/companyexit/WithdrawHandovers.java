package dev.whistle.procedure.companyexit;

import dev.whistle.palette.Block;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 停止小区交接: the company of this case stays after all, or is not made to leave. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Block(name = "停止小区交接", description = "撤销本案的退出登记，告知各小区的交接案件停止；已经由别人接管的小区由交接案件继续办完。还没有登记退出的，什么也不做。")
class WithdrawHandovers implements JavaDelegate {

    private final CompanyExits exits;

    WithdrawHandovers(CompanyExits exits) {
        this.exits = exits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        exits.withdraw(execution.getProcessBusinessKey());
    }
}
