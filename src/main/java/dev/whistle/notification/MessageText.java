package dev.whistle.notification;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an event's message says on one channel: a row of {@code messages.dmn}.
 *
 * @param name what officers call the event
 * @param subject null for a text message
 * @param text with placeholders like {@code «案件编号»}
 */
record MessageText(
        String event,
        Channel channel,
        String name,
        @Nullable String subject,
        String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("«([^«»]*)»");

    /** Names of all placeholders, in subject and text. */
    List<String> placeholders() {
        return Stream.of(subject == null ? "" : subject, text)
                .flatMap(it -> PLACEHOLDER.matcher(it).results())
                .map(it -> it.group(1))
                .distinct()
                .toList();
    }

    /** The row with every placeholder filled in. */
    MessageText filled(Function<String, String> value) {
        return new MessageText(
                event, channel, name, subject == null ? null : filled(subject, value), filled(text, value));
    }

    private static String filled(String text, Function<String, String> value) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll((MatchResult it) -> Matcher.quoteReplacement(value.apply(it.group(1))));
    }
}
