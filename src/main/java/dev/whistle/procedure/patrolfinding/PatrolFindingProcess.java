package dev.whistle.procedure.patrolfinding;

/** The names of the model {@code processes/patrol-finding/patrol-finding.bpmn} (P04 巡查发现处理). */
public final class PatrolFindingProcess {

    public static final String ID = "patrol-finding";
    public static final String CODE = "XC";
    public static final String RECTIFICATION_CLOCK = "patrol.rectification";
    public static final String REPORT_CLOCK = "patrol.report";
    public static final String HANDLE_CLOCK = "patrol.handle";
    public static final String DEMOLITION_CLOCK = "patrol.demolition";

    private PatrolFindingProcess() {}

    /** Letters: the three forms (三联单, AP.M2). */
    public static final class Letters {
        public static final String NOTICE = "patrol-notice";
        public static final String RECORD = "patrol-record";
        public static final String REPORT = "patrol-report";

        private Letters() {}
    }

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String CONFIRM = "userTask_confirm";
        public static final String HAND_OVER = "userTask_handOver";
        public static final String STOP = "userTask_stop";
        public static final String IDENTIFY = "userTask_identify";
        public static final String DEMOLISH = "userTask_demolish";

        private Tasks() {}
    }

    /** How a finding ends: the outcome on the case and the end event in the model. */
    public enum End {
        RECTIFIED("rectified", "endEvent_rectified"),
        NOT_RECTIFIED("not-rectified", "endEvent_notRectified"),
        STOPPED("stopped-by-dissuasion", "endEvent_stopped"),
        HANDED_OVER("handed-to-enforcement", "endEvent_handedOver"),
        NOT_ILLEGAL("not-illegal", "endEvent_notIllegal"),
        DEMOLISHED("demolished", "endEvent_demolished"),
        ENFORCED("handed-to-enforcement", "endEvent_enforced");

        private final String outcome;
        private final String event;

        End(String outcome, String event) {
            this.outcome = outcome;
            this.event = event;
        }

        public String outcome() {
            return outcome;
        }

        public String event() {
            return event;
        }
    }
}
