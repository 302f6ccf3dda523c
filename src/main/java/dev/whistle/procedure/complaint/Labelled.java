package dev.whistle.procedure.complaint;

/** One of a few choices: what is stored, and what officers read in its place. */
interface Labelled {

    /** What is stored with the case, the same word as in forms and JSON. */
    String code();

    /** What officers read. */
    String label();
}
