package dev.whistle.notification;

import org.jspecify.annotations.Nullable;

/**
 * What became of an attempt to send.
 *
 * @param failure what failed, in technical words without anybody's data; null if it was sent
 */
record Delivery(Result result, @Nullable String failure) {

    enum Result {
        /** The other side has taken it. */
        SENT,
        /** Not this time; it is worth trying again. */
        LATER,
        /** Nothing gets through just now, this message no more than any other. */
        DOWN,
        /** It will never be taken. */
        REFUSED
    }

    static Delivery sent() {
        return new Delivery(Result.SENT, null);
    }

    static Delivery failed(Result result, String failure) {
        return new Delivery(result, failure.length() > 100 ? failure.substring(0, 100) : failure);
    }
}
