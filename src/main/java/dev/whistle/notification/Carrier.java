package dev.whistle.notification;

import org.jspecify.annotations.Nullable;

/** Something that carries messages out of the house. */
interface Carrier {

    /**
     * Tries once to send. Failures come back as an answer: an exception's words might quote the address.
     *
     * @param id the same for every attempt at one message
     * @param address a phone number or a mail address
     */
    Delivery carry(String id, String address, @Nullable String subject, String text);
}
