package dev.whistle.notification;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are sent. A channel without an address is closed.
 *
 * @param mail the server is given in {@code spring.mail}
 */
@ConfigurationProperties("whistle.notification")
record NotificationSettings(
        @DefaultValue Mail mail,
        @DefaultValue Sms sms,
        @DefaultValue Retry retry,
        @DefaultValue Digest digest) {

    /**
     * Mail to officers.
     *
     * @param from the address mail comes from; the server's user name where none is given
     */
    record Mail(@Nullable String from) {}

    /**
     * The HTTP gateway for text messages.
     *
     * @param url where {@code {"id", "to", "text"}} is posted to
     * @param token sent as {@code Authorization: Bearer <token>}
     */
    record Sms(
            @Nullable URI url,
            @Nullable String token,
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("10s") Duration readTimeout) {

        @Override
        public String toString() {
            return "Sms[url=" + url + "]"; // the token is nobody's to read
        }
    }

    /**
     * The daily list of due tasks.
     *
     * @param daysAhead what is due within so many days after today is on it
     */
    record Digest(@DefaultValue("3") int daysAhead) {}

    /**
     * What is done about failures.
     *
     * @param after how long after the first, second … failed attempt the next one is made; the last one repeats
     * @param giveUp how long after it was written a message is not tried any more
     */
    record Retry(
            @DefaultValue({"1m", "5m", "15m", "1h", "2h", "4h"})
            List<Duration> after,

            @DefaultValue("48h") Duration giveUp) {

        Duration after(int failures) {
            return after.get(Math.min(failures, after.size()) - 1);
        }
    }
}
