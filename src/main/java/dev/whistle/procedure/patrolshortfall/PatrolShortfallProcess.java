package dev.whistle.procedure.patrolshortfall;

/** The names of the model {@code processes/patrol-shortfall/patrol-shortfall.bpmn} (P04 巡查不足处理). */
public final class PatrolShortfallProcess {

    public static final String ID = "patrol-shortfall";
    public static final String CODE = "XZ";
    public static final String OUTCOME = "shortfall-reported";

    private PatrolShortfallProcess() {}
}
