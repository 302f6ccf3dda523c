package dev.whistle.procedure.clockcheck;

/** The names of the model {@code processes/clock-check/clock-check.bpmn} (每日核对期限): ledger and timers, every night. */
public final class ClockCheckProcess {

    public static final String ID = "clock-check";

    /** The timer that begins it. */
    public static final String NIGHTLY = "startEvent_nightly";

    /** The timer that takes an open task away: the next night's check lists again what is still wrong. */
    public static final String NEXT_NIGHT = "event_nextNight";

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String RESOLVE = "userTask_resolve";

        private Tasks() {}
    }

    /** What the check leaves and the form shows. */
    public static final class Variables {
        public static final String FINDINGS = "findings";

        private Variables() {}
    }

    /** How it ends: end events of the model. */
    public static final class Ends {
        public static final String ALL_RIGHT = "endEvent_allRight";
        public static final String RESOLVED = "endEvent_resolved";
        public static final String CHECKED_AGAIN = "endEvent_checkedAgain";

        private Ends() {}
    }

    private ClockCheckProcess() {}
}
