package dev.whistle.procedure.compoundhandover;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 撤回接管安排: a compound is not handed over after all; whoever runs it goes on. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
@Block(name = "撤回接管安排", description = "撤回交接：撤销本案登记的、还没有开始的管理安排。由经办人员撤回的，企业退出的案件、已经由他人接手的小区退回。")
class TakeBackHandover implements JavaDelegate {

    private final CompoundHandovers handovers;

    @BlockField(label = "退出决定撤回", hint = "yes 表示“企业退出”案件撤回；no 表示由经办人员撤回")
    private Expression ordered;

    TakeBackHandover(CompoundHandovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handovers.takeBack(
                handovers.of(execution), new Fields(execution).required(ordered).equals("yes"));
    }
}
