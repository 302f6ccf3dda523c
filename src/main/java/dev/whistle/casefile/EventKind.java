package dev.whistle.casefile;

/** What kind of thing happened to a case. */
public enum EventKind {
    /** An officer did a task. */
    TASK,
    /** A building block of the model ran. */
    STEP,
    /** A note was put on the case's file by the model: an opinion, minutes, an instruction. */
    FILED,
    /** A file was put on the case. */
    ATTACHED,
    /** Somebody read a party's data in clear. */
    REVEALED,
    /** Somebody read an attachment or the archive. */
    READ,
    /** A task went to another unit. */
    HANDED_OVER,
    /** A clock of the case was stopped, moved or has run out. */
    CLOCK,
    /** It was noted that a letter has been received. */
    ACKNOWLEDGED,
    /** A letter was withdrawn because its case was closed. */
    LETTER,
    /** A message reached nobody. */
    MESSAGE,
    /** An officer recorded something that happened outside, e.g. that a complaint was withdrawn. */
    EVENT,
    /** The case was linked with another one, as its repeat or by a merger. */
    LINKED
}
