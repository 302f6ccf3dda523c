package dev.whistle.procedure.followup;

/** The names of the model {@code processes/follow-up/follow-up.bpmn} (回访与复核, JJ.A4.2.3), which others call. */
public final class FollowUpProcess {

    public static final String ID = "follow-up";
    public static final String VISIT_CLOCK = "follow-up.visit";
    public static final String REVIEW_CLOCK = "follow-up.review";

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String VISIT = "userTask_visit";
        public static final String REVIEW = "userTask_review";
        public static final String REDO = "userTask_redo";
        public static final String ANSWER_REVIEW = "userTask_answerReview";

        private Tasks() {}
    }

    /** What its forms ask for. */
    public static final class Variables {
        public static final String SATISFACTION = "satisfaction";
        public static final String REVIEW_DECISION = "reviewDecision";
        public static final String ANSWER_WAY = "answerWay";
        public static final String ANSWER_RESULT = "answerResult";

        private Variables() {}
    }

    /** Values of {@link Variables#SATISFACTION}. */
    public static final class Satisfaction {
        public static final String SATISFIED = "satisfied";
        public static final String BASIC = "basic";
        public static final String DISSATISFIED = "dissatisfied";
        public static final String UNREACHED = "unreached";

        private Satisfaction() {}
    }

    /** Values of {@link Variables#REVIEW_DECISION}. */
    public static final class ReviewDecision {
        public static final String UPHELD = "upheld";
        public static final String REDO = "redo";

        private ReviewDecision() {}
    }

    private FollowUpProcess() {}
}
