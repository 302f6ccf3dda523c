package dev.whistle.notification;

import dev.whistle.casefile.MaskedParty;
import dev.whistle.casefile.Parties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was said to whom in a case. Whoever calls has checked that the case may be read. */
@Component
public class CaseMessages {

    private final Outbox outbox;
    private final RecipientNames names;
    private final Parties parties;

    CaseMessages(Outbox outbox, RecipientNames names, Parties parties) {
        this.outbox = outbox;
        this.names = names;
        this.parties = parties;
    }

    /**
     * A message as everybody who may read the case sees it.
     *
     * @param recipient a user's id, the part a person plays in the case, or a group
     * @param recipientName a user's name, or what part the person plays in the case
     * @param phone the person's number, masked; null for a user
     * @param reason why it has not reached anybody; null where it has or may still
     * @param tries attempts since it was last queued
     */
    public record CaseMessage(
            String id,
            String event,
            String eventName,
            Channel channel,
            String recipient,
            String recipientName,
            @Nullable String phone,
            @Nullable String subject,
            String text,
            MessageState state,
            @Nullable Reason reason,
            int tries,
            Instant madeAt,
            @Nullable Instant sentAt) {}

    /** The messages of a case, the oldest first. */
    public List<CaseMessage> of(String caseNo) {
        List<Message> messages = outbox.of(caseNo);
        if (messages.isEmpty()) {
            return List.of();
        }
        Map<Recipient, String> named =
                names.of(messages.stream().map(Message::recipient).toList());
        Map<String, String> phones = parties.of(caseNo).stream()
                .filter(it -> it.phone() != null)
                .collect(Collectors.toMap(MaskedParty::id, it -> String.valueOf(it.phone())));
        return messages.stream()
                .map(it -> view(
                        it, named.getOrDefault(it.recipient(), it.recipient().name()), phones))
                .toList();
    }

    private static CaseMessage view(Message message, String name, Map<String, String> phones) {
        Recipient recipient = message.recipient();
        boolean person = recipient.kind() == Recipient.Kind.PARTY;
        return new CaseMessage(
                message.id(),
                message.event(),
                message.eventName(),
                message.channel(),
                person ? recipient.role() : recipient.name(),
                name,
                person ? phones.get(recipient.partyId()) : null,
                message.subject(),
                message.body(),
                message.state(),
                message.reason(),
                message.tries(),
                message.madeAt(),
                message.sentAt());
    }
}
