package dev.whistle.notification;

import dev.whistle.palette.Block;
import dev.whistle.palette.BlockField;
import dev.whistle.palette.Fields;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** Building block 登记另行告知: the recipient of a message that could not be delivered was told by other means. */
@Block(name = "登记另行告知", description = "未能送达的消息已用其他方式告知，记为“已另行告知”；已不是“未能送达”的不再变动。")
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
class ToldOtherwise implements JavaDelegate {

    private final Outbox outbox;

    @BlockField(label = "消息编号", hint = "${messageId}")
    private Expression message;

    ToldOtherwise(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        outbox.toldOtherwise(new Fields(execution).required(message));
    }
}
