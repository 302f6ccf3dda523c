package dev.whistle.gate;

/** What every model keeps to. */
interface ModelRule {

    void check(Model model, Report.About report);
}
