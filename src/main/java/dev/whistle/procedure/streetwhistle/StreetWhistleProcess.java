package dev.whistle.procedure.streetwhistle;

/**
 * The names of the model {@code processes/street-whistle/street-whistle.bpmn} (P02 街道吹哨): a whistle with a case of its
 * own.
 */
public final class StreetWhistleProcess {

    public static final String ID = "street-whistle";
    public static final String CODE = "CS";
    public static final String BLOWN = "whistle.blown";
    public static final String HANDLING_CLOCK = "whistle.handling";

    private StreetWhistleProcess() {}

    /** What the start form asks for. */
    public static final class Variables {
        public static final String SOURCE = "source";
        public static final String RECEIVED_AT = "receivedAt";
        public static final String COMPOUND = "compound";
        public static final String PLACE = "place";
        public static final String AREA = "area";
        public static final String VIOLATION_KIND = "violationKind";
        public static final String MATTER = "matter";
        public static final String CONTINUING = "continuing";

        private Variables() {}
    }

    /** How a whistle ends: the outcome on the case and the end event in the model. */
    public enum End {
        HANDLED("whistle-handled", "endEvent_handled"),
        HANDLED_LATE("whistle-handled-late", "endEvent_handledLate"),
        NO_VIOLATION("whistle-no-violation", "endEvent_noViolation"),
        NOT_CONFIRMED("whistle-not-confirmed", "endEvent_notConfirmed"),
        PENALTY("whistle-penalty", "endEvent_penalty"),
        NO_PENALTY("whistle-no-penalty", "endEvent_noPenalty");

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
