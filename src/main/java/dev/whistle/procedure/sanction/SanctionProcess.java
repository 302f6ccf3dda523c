package dev.whistle.procedure.sanction;

/** The names of the model {@code processes/sanction/sanction.bpmn} (一次抄告、督办或者通报, JJ.G3), which others call. */
public final class SanctionProcess {

    public static final String ID = "sanction";

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String RECTIFY = "userTask_rectify";
        public static final String CHECK = "userTask_check";

        private Tasks() {}
    }

    /** What its forms ask for and what it gives back. */
    public static final class Variables {
        public static final String RECTIFY_RESULT = "rectifyResult";
        public static final String RECTIFIED = "rectified";

        private Variables() {}
    }

    /** What {@link Variables#RECTIFIED} may be. */
    public static final class Rectified {
        public static final String DONE = "done";
        public static final String FAILED = "failed";
        public static final String OVERDUE = "overdue";
        public static final String AGAIN = "again";

        private Rectified() {}
    }

    /** Rows of {@code messages.dmn}. */
    public static final class Messages {
        public static final String SERVED = "sanction.served";

        private Messages() {}
    }

    /** What it ends with when the lead does not send the letter. */
    public static final String WITHDRAWN_ERROR = "sanction.withdrawn";

    private SanctionProcess() {}
}
