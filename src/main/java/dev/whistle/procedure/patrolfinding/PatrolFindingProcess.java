package dev.whistle.procedure.patrolfinding;

import dev.whistle.procedure.Ending;

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
    public static final class End {
        public static final Ending RECTIFIED = new Ending("rectified", "endEvent_rectified");
        public static final Ending NOT_RECTIFIED = new Ending("not-rectified", "endEvent_notRectified");
        public static final Ending STOPPED = new Ending("stopped-by-dissuasion", "endEvent_stopped");
        public static final Ending HANDED_OVER = new Ending("handed-to-enforcement", "endEvent_handedOver");
        public static final Ending NOT_ILLEGAL = new Ending("not-illegal", "endEvent_notIllegal");
        public static final Ending DEMOLISHED = new Ending("demolished", "endEvent_demolished");
        public static final Ending ENFORCED = new Ending("handed-to-enforcement", "endEvent_enforced");

        private End() {}
    }
}
