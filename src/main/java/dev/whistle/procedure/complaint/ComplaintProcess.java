package dev.whistle.procedure.complaint;

/** The names of the model {@code processes/complaint/complaint.bpmn} (P01 投诉接访处理). */
public final class ComplaintProcess {

    public static final String ID = "complaint";
    public static final String CODE = "TS";
    public static final String ANSWER_CLOCK = "complaint.answer";

    private ComplaintProcess() {}

    /** Variables. Only those that route the case outlive the step that brought them. */
    public static final class Variables {
        public static final String CHANNEL = "channel";
        public static final String EXTERNAL_NO = "externalNo";
        public static final String CALLER_NAME = "callerName";
        public static final String CALLER_PHONE = "callerPhone";
        public static final String CALLER_ADDRESS = "callerAddress";
        public static final String RECEIVED_AT = "receivedAt";
        public static final String COMPOUND = "compound";
        public static final String PLACE = "place";
        public static final String MATTER = "matter";
        public static final String DETAILS = "details";
        public static final String FIRST_CONTACT = "firstContact";
        public static final String SPOT_ANSWER = "spotAnswer";
        public static final String HANDLING_UNIT = "handlingUnit";
        public static final String LIMIT_TOLD = "limitTold";
        public static final String ANSWER_WAY = "answerWay";

        private Variables() {}
    }

    /** Values of {@link Variables#FIRST_CONTACT}. */
    public static final class FirstContact {
        public static final String ANSWERED = "answered";
        public static final String REPORTED = "reported";

        private FirstContact() {}
    }

    /** Values of {@link Variables#LIMIT_TOLD}: a message is sent in any case. */
    public static final class LimitTold {
        public static final String MESSAGE = "message";
        public static final String LETTER = "letter";

        private LimitTold() {}
    }

    /** Values of {@link Variables#ANSWER_WAY}. */
    public static final class AnswerWay {
        public static final String PHONE = "phone";
        public static final String VISIT = "visit";
        public static final String LETTER = "letter";

        private AnswerWay() {}
    }

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String SIGN_FOR = "userTask_signFor";
        public static final String INVESTIGATE = "userTask_investigate";
        public static final String ANSWER = "userTask_answer";

        private Tasks() {}
    }

    /** How a complaint ends: the outcome on the case and the end event in the model. */
    public enum End {
        ANSWERED_ON_THE_SPOT("answered-on-the-spot", "endEvent_answeredOnTheSpot"),
        ANSWERED_IN_TIME("answered-in-time", "endEvent_answeredInTime"),
        ANSWERED_LATE("answered-late", "endEvent_answeredLate");

        private final String outcome;
        private final String event;

        End(String outcome, String event) {
            this.outcome = outcome;
            this.event = event;
        }

        public String outcome() {
            return outcome;
        }

        public String event() {
            return event;
        }
    }
}
