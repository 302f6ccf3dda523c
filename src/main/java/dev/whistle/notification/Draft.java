package dev.whistle.notification;

import org.jspecify.annotations.Nullable;

/**
 * A message that is to be put into the outbox.
 *
 * @param occasion tells two messages of one event to one recipient apart; the same occasion is written once
 * @param notSent why it will not be sent, though it is kept; null if it waits to be sent
 */
record Draft(
        @Nullable String caseNo,
        String event,
        String eventName,
        Channel channel,
        Recipient recipient,
        String occasion,
        @Nullable String subject,
        String body,
        @Nullable Reason notSent) {}
