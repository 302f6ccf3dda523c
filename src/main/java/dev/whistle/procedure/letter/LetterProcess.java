package dev.whistle.procedure.letter;

/** The names of the model {@code processes/letter/letter.bpmn} (文书制发, JJ.A7.3.5), which others call. */
public final class LetterProcess {

    public static final String ID = "letter";

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String SIGN = "userTask_signLetter";
        public static final String CORRECT = "userTask_correctLetter";
        public static final String SERVE = "userTask_serveLetter";

        private Tasks() {}
    }

    /** What it is given, and what its forms ask for. */
    public static final class Variables {
        public static final String LETTER = "letter";
        public static final String SIGNING_UNIT = "signingUnit";
        public static final String OCCASION = "occasion";
        public static final String DUE_CLOCK = "dueClock";
        public static final String DECISION = "decision";
        public static final String REMARK = "remark";
        public static final String CORRECTION = "correction";
        public static final String SERVED_HOW = "servedHow";
        public static final String SERVED_ON = "servedOn";
        public static final String ACKNOWLEDGED = "acknowledged";

        private Variables() {}
    }

    /** Values of {@link Variables#DECISION}; the caller gets the last of them back. */
    public static final class Decision {
        public static final String SIGNED = "signed";
        public static final String RETURNED = "returned";
        public static final String WITHDRAWN = "withdrawn";

        private Decision() {}
    }

    /** Values of {@link Variables#CORRECTION}. */
    public static final class Correction {
        public static final String UPLOADED = "uploaded";
        public static final String REGENERATE = "regenerate";

        private Correction() {}
    }

    /** How it ends: end events of the model. */
    public static final class Ends {
        public static final String SERVED = "endEvent_served";
        public static final String WITHDRAWN = "endEvent_withdrawn";

        private Ends() {}
    }

    private LetterProcess() {}
}
