package dev.whistle.procedure.explanation;

/** The names of the model {@code processes/explanation/explanation.bpmn} (说明情况, JJ.A7.2.1.2), which others call. */
public final class ExplanationProcess {

    public static final String ID = "explanation";

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String EXPLAIN = "userTask_explain";

        private Tasks() {}
    }

    /** What its form asks for. */
    public static final class Variables {
        public static final String DELAY_CAUSE = "delayCause";
        public static final String DELAY_EXPLANATION = "delayExplanation";
        public static final String EXPECTED_ON = "expectedOn";

        private Variables() {}
    }

    /** Rows of {@code messages.dmn}. */
    public static final class Messages {
        public static final String DEMANDED = "explanation.demanded";
        public static final String GIVEN = "explanation.given";

        private Messages() {}
    }

    private ExplanationProcess() {}
}
