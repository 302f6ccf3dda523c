package dev.whistle.procedure.complaint;

import dev.whistle.palette.Block;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Building block 重复投诉统计 (JJ.A8.3.2.3): after the answer, and again after the return visit, counts the unresolved
 * complaints of the same matter that the company caused, files the count and leaves {@code repeats} ({@code none},
 * {@code counted}, {@code blacklist}) for the gateway behind it.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Block(
        name = "重复投诉统计",
        description =
                "统计同一事项由企业造成而未解决的重复投诉，记入案卷，并把 repeats 设为 none（不计）、counted（已计入）或 blacklist（刚达到列入黑名单的次数），供后面的网关判断；写在答复和回访之后。",
        sets = "repeats")
class CountRepeats implements JavaDelegate {

    private final Repeats repeats;

    CountRepeats(Repeats repeats) {
        this.repeats = repeats;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String result = repeats.count(execution.getProcessBusinessKey(), execution.getCurrentActivityId())
                .code();
        execution.setVariableLocal("repeats", Variables.stringValue(result, true));
    }
}
