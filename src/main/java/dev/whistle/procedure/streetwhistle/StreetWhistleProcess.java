package dev.whistle.procedure.streetwhistle;

import dev.whistle.procedure.Ending;

/**
 * The names of the model {@code processes/street-whistle/street-whistle.bpmn} (P02 街道吹哨): a whistle with a case of its
 * own.
 */
public final class StreetWhistleProcess {

    public static final String ID = "street-whistle";
    public static final String CODE = "CS";
    public static final String BLOWN = "whistle.blown";
    public static final String WITHDRAWN = "street-whistle.withdrawn";
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
    public static final class End {
        public static final Ending HANDLED = new Ending("whistle-handled", "endEvent_handled");
        public static final Ending HANDLED_LATE = new Ending("whistle-handled-late", "endEvent_handledLate");
        public static final Ending NO_VIOLATION = new Ending("whistle-no-violation", "endEvent_noViolation");
        public static final Ending NOT_CONFIRMED = new Ending("whistle-not-confirmed", "endEvent_notConfirmed");
        public static final Ending PENALTY = new Ending("whistle-penalty", "endEvent_penalty");
        public static final Ending NO_PENALTY = new Ending("whistle-no-penalty", "endEvent_noPenalty");
        public static final Ending WITHDRAWN = new Ending("whistle-withdrawn", "endEvent_withdrawn");

        private End() {}
    }
}
