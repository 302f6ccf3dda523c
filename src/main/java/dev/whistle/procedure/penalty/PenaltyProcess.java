package dev.whistle.procedure.penalty;

/** The names of the model {@code processes/penalty/penalty.bpmn} (JJ.A3.3.3 处罚移送与决定), which other procedures call. */
public final class PenaltyProcess {

    public static final String ID = "penalty";
    public static final String DECISION_CLOCK = "penalty.decision";
    public static final String PAUSED = "penalty.paused";
    public static final String RESUMED = "penalty.resumed";
    public static final String EXTENDED = "penalty.extended";

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String PACKAGE = "userTask_package";
        public static final String RECEIVE = "userTask_receive";
        public static final String FILE = "userTask_file";
        public static final String DECIDE = "userTask_decide";

        private Tasks() {}
    }

    /** What a penalty case comes to: values of {@code penaltyDecision}. */
    public static final class Decision {
        public static final String PENALTY = "penalty";
        public static final String NO_PENALTY = "no-penalty";
        public static final String WITHDRAWN = "withdrawn";
        public static final String NOT_FILED = "not-filed";

        private Decision() {}
    }

    private PenaltyProcess() {}
}
