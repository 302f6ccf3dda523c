package dev.whistle.gate;

/** What every model keeps to. */
interface ModelRule {

    void check(Model model, Report.About report);

    /**
     * Whether a deployment of other bundles can change what it finds: then it is asked of the models that stay, too.
     */
    default boolean looksAround() {
        return false;
    }
}
