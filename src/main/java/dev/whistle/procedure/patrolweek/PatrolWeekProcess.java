package dev.whistle.procedure.patrolweek;

/** The names of the model {@code processes/patrol-week/patrol-week.bpmn} (P04 小区巡查周结). */
public final class PatrolWeekProcess {

    public static final String ID = "patrol-week";

    private PatrolWeekProcess() {}
}
