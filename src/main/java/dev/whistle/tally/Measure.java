package dev.whistle.tally;

/**
 * What is counted for supervisors. A case counts where it belongs: in the community, else the street it lies in, else
 * for the unit that took it up; and for the company that ran its compound when it was opened.
 */
public enum Measure {
    /** Cases by the month they were received. */
    RECEIVED,
    /** Cases by the month they were closed. */
    CLOSED,
    /** Cases received, by the way they came. */
    CHANNEL,
    /** Cases received, by the compound they are about. */
    COMPOUND,
    /** Cases received, by the kind of their matter. */
    MATTER,
    /** Cases received that repeat another one, by compound. */
    REPEAT,
    /** Cases received, by whether whoever complained is content. */
    SATISFACTION,
    /** Clocks whose duty was done in time, by the month it was done; of the unit whose clock it is, else where its case belongs. */
    MET,
    /** Clocks whose time was up, by the month it was; of the same unit. */
    BREACHED,
    /** Rungs of the ladder that count, by the month they were imposed, of the unit that answers for it. */
    RUNG,
    /** Cases that were referred to a unit, by the month they were closed: it is neither where they belong nor whom they are about. */
    HELD_CASES,
    /** For how many seconds in all it had any task of those. */
    HELD_SECONDS
}
