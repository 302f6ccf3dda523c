package dev.whistle.notification;

import dev.whistle.casefile.EventKind;
import dev.whistle.casefile.Timeline;
import dev.whistle.notification.Outbox.Attempt;
import dev.whistle.problem.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Makes a task of the office of every message of a case that could not be delivered, and a line of the timeline. */
@Component
class Undelivered {

    private static final String PROCESS = "undelivered";
    private static final Logger LOG = LoggerFactory.getLogger(Undelivered.class);

    private final RuntimeService processes;
    private final Timeline timeline;
    private final RecipientNames names;

    Undelivered(@Lazy RuntimeService processes, Timeline timeline, RecipientNames names) {
        this.processes = processes;
        this.timeline = timeline;
        this.names = names;
    }

    /** Looks through attempts for those that were the last. A message ends in one transaction, so it has one task. */
    void report(List<Attempt> attempts) {
        List<Attempt> ended = attempts.stream()
                .filter(it -> it.state() == MessageState.UNDELIVERABLE)
                .toList();
        Map<Recipient, String> named =
                names.of(ended.stream().map(it -> it.message().recipient()).toList());
        for (Attempt it : ended) {
            String caseNo = it.message().caseNo();
            if (caseNo == null) {
                LOG.warn("消息 {}（{}）未能送达：{}", it.message().id(), it.message().event(), it.reason());
            } else {
                report(caseNo, it, named.getOrDefault(it.message().recipient(), ""));
            }
        }
    }

    private void report(String caseNo, Attempt ended, String recipient) {
        Message message = ended.message();
        String channel = Texts.text(Locale.CHINA, "message.channel." + message.channel());
        String reason = Texts.text(Locale.CHINA, "message.reason." + ended.reason());
        timeline.record(
                caseNo, EventKind.MESSAGE, channel + "“" + message.eventName() + "”未能送达" + recipient + "：" + reason);
        if (message.event().equals(Event.UNDELIVERABLE)) {
            return; // its task is there already; one about the message on the task would only breed more
        }
        processes
                .createProcessInstanceByKey(PROCESS)
                .businessKey(caseNo)
                .setVariable("messageId", message.id())
                .setVariable("messageName", message.eventName())
                .setVariable("recipient", recipient + "（" + channel + "）")
                .setVariable("reason", reason)
                .execute();
    }
}
