package dev.whistle.notification;

/** Where a message stands. */
public enum MessageState {
    /** It will be sent, for the first time or once more. */
    WAITING,
    /** The mail server or the gateway has taken it. */
    SENT,
    /** It was never tried: its {@link Reason} says why. */
    NOT_SENT,
    /** It could not be delivered; the office is told. */
    UNDELIVERABLE,
    /** It could not be delivered, and the office has told the recipient by other means. */
    TOLD_OTHERWISE
}
