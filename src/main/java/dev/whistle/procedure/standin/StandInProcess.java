package dev.whistle.procedure.standin;

/** The names of the model {@code processes/stand-in/stand-in.bpmn} (P05 过渡管理), which {@code compound-handover} calls. */
public final class StandInProcess {

    public static final String ID = "stand-in";

    private StandInProcess() {}

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String NAME = "userTask_nameStandIn";

        private Tasks() {}
    }

    /** What its form asks for. */
    public static final class Variables {
        public static final String BASIS = "standInBasis";
        public static final String TAKING_OVER = "takingOver";
        public static final String SERVICE_UNIT = "serviceUnit";
        public static final String FROM = "takesOverFrom";

        private Variables() {}
    }

    /** How it ends: end event of the model. */
    public static final String STANDS_IN = "endEvent_standsIn";
}
