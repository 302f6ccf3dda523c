package dev.whistle.notification;

/** Why a message has not reached anybody. */
public enum Reason {
    /** The installation does not send by this channel. */
    CHANNEL_CLOSED,
    /** The user has no mail address. */
    NO_MAIL,
    /** The group has no members. */
    NOBODY,
    /** No phone number is on file. */
    NO_PHONE,
    /** The number on file is a landline, which takes no text message. */
    NOT_MOBILE,
    /** The server or gateway does not take it and never will. */
    REFUSED,
    /** It was tried for as long as is worth it. */
    GIVEN_UP
}
