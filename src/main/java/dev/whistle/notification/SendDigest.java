package dev.whistle.notification;

import dev.whistle.palette.Block;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Building block 每日待办提醒: one mail to every officer who has something to do soon. Run again on a day it changes nothing.
 */
@Block(name = "每日待办提醒", description = "向每位有待办的工作人员发一封邮件，列出已逾期、今日到期和近日到期的任务；没有待办的不发，一人一天一封。")
@Component
class SendDigest implements JavaDelegate {

    private final Digest digest;

    SendDigest(Digest digest) {
        this.digest = digest;
    }

    @Override
    public void execute(DelegateExecution execution) {
        digest.write();
    }
}
