package dev.whistle.procedure.whistle;

/** The names of the model {@code processes/whistle/whistle.bpmn} (P02 吹哨报到), which other procedures call. */
public final class WhistleProcess {

    public static final String ID = "whistle";
    public static final String REPORT_IN_CLOCK = "whistle.report-in";
    public static final String FAST_REPORT_IN_CLOCK = "whistle.report-in-fast";
    public static final String TRANSFER_CLOCK = "whistle.transfer";
    public static final String CHECK_CLOCK = "whistle.check";
    public static final String OBSTRUCTED = "whistle.obstructed";

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String REFER = "userTask_refer";
        public static final String REPORT_IN = "userTask_reportIn";
        public static final String HANDLE = "userTask_handleViolation";
        public static final String ASSIST = "userTask_assist";
        public static final String ASSIST_POLICE = "userTask_assistPolice";
        public static final String CHECK = "userTask_check";

        private Tasks() {}
    }

    /** What its forms ask for. */
    public static final class Variables {
        public static final String LEAD = "lead";
        public static final String REFER_REASON = "referReason";
        public static final String REPORT_IN = "reportIn";
        public static final String RETURN_REASON = "returnReason";
        public static final String VIOLATION = "violation";
        public static final String HANDLED_BY = "handledBy";
        public static final String PENALTY_UNIT = "penaltyUnit";
        public static final String CONFIRMED = "confirmed";

        private Variables() {}
    }

    /** Values of {@link Variables#REPORT_IN}. */
    public static final class ReportIn {
        public static final String SIGNED = "signed";
        public static final String RETURNED = "returned";

        private ReportIn() {}
    }

    /** End events of the model. */
    public static final class Ends {
        public static final String HANDLED = "endEvent_handled";
        public static final String HANDLED_LATE = "endEvent_handledLate";
        public static final String NO_VIOLATION = "endEvent_noViolation";
        public static final String TO_PENALTY = "endEvent_toPenalty";
        public static final String NOT_CONFIRMED = "endEvent_notConfirmed";

        private Ends() {}
    }

    private WhistleProcess() {}
}
