package dev.whistle.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of the outbox.
 *
 * @param id also the mail's Message-ID and the gateway's idempotency key: sent twice it can be told to be the same
 * @param caseNo null for what concerns no single case
 * @param subject null for a text message
 * @param tries failed attempts since it was queued
 * @param queuedAt since when it waits; giving up counts from here
 */
record Message(
        String id,
        @Nullable String caseNo,
        String event,
        String eventName,
        Channel channel,
        Recipient recipient,
        @Nullable String subject,
        String body,
        MessageState state,
        @Nullable Reason reason,
        int tries,
        Instant madeAt,
        Instant queuedAt,
        @Nullable Instant triedAt,
        @Nullable Instant sentAt) {}
