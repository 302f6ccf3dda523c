package dev.whistle.procedure.compoundhandover;

import dev.whistle.palette.Block;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 社区兜底服务: nobody has been named in time to run the compound, so its community does (JJ.A4.2.2, AS.10). */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into a block
@Block(name = "社区兜底服务", description = "到期没有确定由谁管理、原企业又已经离开或者服务到期的，自当日起登记由小区所在社区提供基本服务；已经有人接手的不改变。")
class KeepManaged implements JavaDelegate {

    private final CompoundHandovers handovers;

    KeepManaged(CompoundHandovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handovers.keepManaged(handovers.of(execution));
    }
}
