package dev.whistle.procedure.assignment;

import dev.whistle.procedure.Ending;

/** The names of the model {@code processes/assignment/assignment.bpmn} (P10 调度交办督办). */
public final class AssignmentProcess {

    public static final String ID = "assignment";
    public static final String CODE = "JB";
    public static final String SIGN_FOR_CLOCK = "assignment.sign-for";
    public static final String ORDER_CLOCK = "assignment.order";
    public static final String CANCELLED = "assignment.cancelled";
    public static final String ORDERED = "assignment.ordered";

    private AssignmentProcess() {}

    /** Variables. Only those that route the case outlive the step that brought them. */
    public static final class Variables {
        public static final String SOURCE = "source";
        public static final String LEADER = "leader";
        public static final String HELD_ON = "heldOn";
        public static final String NOTICE_NO = "noticeNo";
        public static final String MATTER = "matter";
        public static final String DETAILS = "details";
        public static final String COMPOUND = "compound";
        public static final String ON_SITE = "onSite";
        /** The rows of the form are these names and a number, from 1. */
        public static final String ORDER_UNIT = "orderUnit";

        public static final String ORDER_TASK = "orderTask";
        public static final String ORDER_DUE = "orderDue";
        public static final String CHECK_RESULT = "checkResult";
        public static final String REWORK_UNTIL = "reworkUntil";

        private Variables() {}
    }

    /** Values of {@link Variables#CHECK_RESULT}. */
    public static final class CheckResult {
        public static final String PASSED = "passed";
        public static final String RETURNED = "returned";
        public static final String POOR = "poor";

        private CheckResult() {}
    }

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String SIGN_FOR = "userTask_signFor";
        public static final String REPORT = "userTask_report";
        public static final String CHECK = "userTask_check";

        private Tasks() {}
    }

    /** How an assignment ends: the outcome on the case and the end event in the model. */
    public static final class End {
        public static final Ending DONE = new Ending("orders-done", "endEvent_done");
        public static final Ending DONE_LATE = new Ending("orders-done-late", "endEvent_doneLate");
        public static final Ending CANCELLED = new Ending("orders-cancelled", "endEvent_cancelled");
        public static final Ending NOT_ISSUED = new Ending("orders-cancelled", "endEvent_notIssued");

        private End() {}
    }
}
