package dev.whistle.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stood when the case was archived.
 *
 * @param name what it tells, e.g. 告知办理期限
 * @param channel in Chinese, e.g. 短信
 * @param recipient an officer's name, or what part the person plays in the case
 * @param state in Chinese, e.g. 已发出; the last message of a case may still wait
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArchivedMessage(
        String name,
        String channel,
        String recipient,
        String text,
        String state,
        Instant madeAt,
        @Nullable Instant sentAt) {}
