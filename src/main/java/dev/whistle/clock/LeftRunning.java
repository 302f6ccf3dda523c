package dev.whistle.clock;

/** Hears of clocks that nobody ended before their case was closed. */
interface LeftRunning {

    /**
     * A clock of what is owed to people outside was running, or paused, when its case was closed: the model forgot to
     * say whether the duty was done or has fallen away. It has been cancelled, since an officer can neither help it nor
     * wait for a new model.
     */
    void owed(CaseClock clock);
}
