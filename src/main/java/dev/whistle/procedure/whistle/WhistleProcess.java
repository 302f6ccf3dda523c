package dev.whistle.procedure.whistle;

/** The names of the model {@code processes/whistle/whistle.bpmn} (P02 吹哨报到): handled by the department in charge. */
public final class WhistleProcess {

    public static final String ID = "whistle";

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String HANDLE = "userTask_handleViolation";

        private Tasks() {}
    }

    /** What its form asks for. */
    public static final class Variables {
        public static final String VIOLATION = "violation";

        private Variables() {}
    }

    private WhistleProcess() {}
}
