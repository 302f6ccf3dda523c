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

/** Building block 再发消息: a message that could not be delivered is sent again, with all its attempts before it. */
@Block(name = "再发消息", description = "把未能送达的消息放回待发，重新计算重试和放弃的时间；已不是“未能送达”的不再变动。")
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // the engine writes the model's fields into it
@SuppressWarnings("NullAway.Init")
class ResendMessage implements JavaDelegate {

    private final Outbox outbox;

    @BlockField(label = "消息编号", hint = "${messageId}")
    private Expression message;

    ResendMessage(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void execute(DelegateExecution execution) {
        outbox.again(new Fields(execution).required(message));
    }
}
