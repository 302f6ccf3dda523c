package dev.whistle.notification;

import dev.whistle.casefile.ArchivedMessage;
import dev.whistle.casefile.CaseNotices;
import dev.whistle.notification.CaseMessages.CaseMessage;
import dev.whistle.problem.Texts;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** That somebody was told, and in what words, belongs to the file of the case (JJ.A7 三(五)、(六)). */
@Component
class MessagesForArchive implements CaseNotices {

    private final CaseMessages messages;

    MessagesForArchive(CaseMessages messages) {
        this.messages = messages;
    }

    @Override
    public List<ArchivedMessage> of(String caseNo) {
        return messages.of(caseNo).stream().map(MessagesForArchive::archived).toList();
    }

    private static ArchivedMessage archived(CaseMessage message) {
        return new ArchivedMessage(
                message.eventName(),
                text("message.channel." + message.channel()),
                message.recipientName(),
                message.text(),
                text("message.state." + message.state()),
                message.madeAt(),
                message.sentAt());
    }

    private static String text(String key) {
        return Texts.text(Locale.SIMPLIFIED_CHINESE, key);
    }
}
