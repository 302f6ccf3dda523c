package dev.whistle.web;

import dev.whistle.casefile.ReadableCases;
import dev.whistle.notification.CaseMessages;
import dev.whistle.notification.CaseMessages.CaseMessage;
import dev.whistle.notification.Channel;
import dev.whistle.notification.MessageState;
import dev.whistle.notification.Reason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was said to whom in a case. */
@RestController
@Tag(name = "消息")
class MessageController {

    private final ReadableCases cases;
    private final CaseMessages messages;

    MessageController(ReadableCases cases, CaseMessages messages) {
        this.cases = cases;
        this.messages = messages;
    }

    /**
     * A message, codes with their names beside them.
     *
     * @param recipient user id or part in the case
     * @param phone masked; null for a user
     * @param tries attempts since it was last queued
     */
    record MessageView(
            String id,
            String event,
            String eventName,
            Channel channel,
            String channelName,
            String recipient,
            String recipientName,
            @Nullable String phone,
            @Nullable String subject,
            String text,
            MessageState state,
            String stateName,
            @Nullable Reason reason,
            @Nullable String reasonName,
            int tries,
            OffsetDateTime madeAt,
            @Nullable OffsetDateTime sentAt) {

        static MessageView of(CaseMessage message) {
            Reason reason = message.reason();
            return new MessageView(
                    message.id(),
                    message.event(),
                    message.eventName(),
                    message.channel(),
                    CodeName.of("message.channel", message.channel().name()),
                    message.recipient(),
                    message.recipientName(),
                    message.phone(),
                    message.subject(),
                    message.text(),
                    message.state(),
                    CodeName.of("message.state", message.state().name()),
                    reason,
                    reason == null ? null : CodeName.of("message.reason", reason.name()),
                    message.tries(),
                    CaseView.china(message.madeAt()),
                    message.sentAt() == null ? null : CaseView.china(message.sentAt()));
        }
    }

    @GetMapping("/api/cases/{caseNo}/messages")
    @OpenTo({Audience.OFFICER, Audience.COMPANY})
    @Operation(summary = "本案发出的消息（收件人已遮盖），先生成的在前")
    List<MessageView> list(@PathVariable String caseNo) {
        cases.get(caseNo);
        return messages.of(caseNo).stream().map(MessageView::of).toList();
    }
}
