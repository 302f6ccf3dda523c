package dev.whistle.engine;

/**
 * Work that is scheduled now and done later, outside the act that asked for it: see {@link Background}. It is done at
 * least once; two nodes never do one piece of it at the same time.
 */
public interface BackgroundWork {

    /** By what name it is scheduled: lower-case words joined by dots. It stands in stored jobs and must not change. */
    String name();

    /**
     * Does it, in a transaction of its own. What it throws is tried again by the engine and in the end stands as an
     * incident, without its words.
     *
     * @param argument as it was scheduled
     */
    void run(String argument);
}
