package dev.whistle.notification;

/** By what way a message leaves the house. */
public enum Channel {
    SMS,
    MAIL
}
