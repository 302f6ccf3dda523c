package dev.whistle.procedure.dutyruling;

/** The names of the model {@code processes/duty-ruling/duty-ruling.bpmn} (职责认定, JJ.A7.2.1.1), which others call. */
public final class DutyRulingProcess {

    public static final String ID = "duty-ruling";

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String RULE = "userTask_ruleDuty";
        public static final String NAME_UNIT = "userTask_nameUnit";

        private Tasks() {}
    }

    /** What its forms ask for. */
    public static final class Variables {
        public static final String DUTY_RULING = "dutyRuling";
        public static final String HANDLING_UNIT = "handlingUnit";

        private Variables() {}
    }

    /** Values of {@link Variables#DUTY_RULING}. */
    public static final class Ruling {
        public static final String UNIT = "unit";
        public static final String LEADER = "leader";

        private Ruling() {}
    }

    private DutyRulingProcess() {}
}
