package dev.whistle.procedure.rectification;

/** The names of the model {@code processes/rectification/rectification.bpmn} (限期整改), which others call. */
public final class RectificationProcess {

    public static final String ID = "rectification";

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String RECTIFY = "userTask_rectify";
        public static final String CHECK = "userTask_checkRectification";

        private Tasks() {}
    }

    /** What its forms ask for, and what it leaves. */
    public static final class Variables {
        public static final String RECTIFY_RESULT = "rectifyResult";
        public static final String RECTIFIED_ON = "rectifiedOn";
        public static final String RECTIFY_REPORT = "rectifyReport";
        public static final String CHECKERS = "checkers";
        public static final String CHECKED_ON = "checkedOn";
        public static final String CHECK_RESULT = "checkResult";
        public static final String CHECK_REPORT = "checkReport";

        private Variables() {}
    }

    /** Values of {@link Variables#CHECK_RESULT}. */
    public static final class CheckResult {
        public static final String DONE = "done";
        public static final String AGAIN = "again";
        public static final String FAILED = "failed";

        private CheckResult() {}
    }

    private RectificationProcess() {}
}
