package dev.whistle.procedure.complaint;

import dev.whistle.procedure.Ending;

/** The names of the model {@code processes/complaint/complaint.bpmn} (P01 投诉接访处理). */
public final class ComplaintProcess {

    public static final String ID = "complaint";
    public static final String CODE = "TS";
    public static final String ANSWER_CLOCK = "complaint.answer";
    public static final String DISPATCH_CLOCK = "complaint.dispatch";
    public static final String RECTIFICATION_CLOCK = "complaint.rectification";
    public static final String WITHDRAWN = "complaint.withdrawn";

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
        public static final String SATISFACTION = "satisfaction";
        public static final String MATTER_KIND = "matterKind";
        public static final String WEIGHT = "weight";
        public static final String PLATFORM = "platform";
        public static final String LINK = "link";
        public static final String PUBLICITY = "publicity";
        public static final String LEADER = "leader";
        public static final String INSTRUCTED_ON = "instructedOn";
        public static final String LEADER_WORDS = "leaderWords";
        public static final String AUTHOR_NAME = "authorName";
        public static final String AUTHOR_PHONE = "authorPhone";
        public static final String VISITORS = "visitors";
        public static final String EVIDENCE = "evidence";
        public static final String EVIDENCE_LIST = "evidenceList";
        public static final String ACCEPTANCE = "acceptance";
        public static final String REPEAT_OF = "repeatOf";
        public static final String MERGE_INTO = "mergeInto";
        public static final String DECLINE_REASON = "declineReason";
        public static final String WHERE_TO_GO = "whereToGo";
        public static final String SUGGESTED_CATEGORY = "suggestedCategory";
        public static final String CATEGORY = "category";
        public static final String CATEGORY_REASON = "categoryReason";
        public static final String DUTY = "duty";
        public static final String RECTIFICATION = "rectification";
        public static final String RECTIFICATION_DEMAND = "rectificationDemand";
        public static final String ANSWER_RESULT = "answerResult";
        public static final String CAUSE = "cause";
        public static final String FORECAST = "forecast";
        public static final String EXTENSION_DAYS = "extensionDays";
        public static final String EXTENSION = "extension";
        public static final String EXTENSION_REASON = "extensionReason";
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

    /** Values of {@link Variables#ACCEPTANCE}. */
    public static final class Acceptance {
        public static final String ACCEPTED = "accepted";
        public static final String DECLINED = "declined";
        public static final String MERGED = "merged";

        private Acceptance() {}
    }

    /** Values of {@link Variables#CATEGORY} and {@link Variables#SUGGESTED_CATEGORY}. */
    public static final class Category {
        public static final String DISPUTE = "dispute";
        public static final String VIOLATION = "violation";
        public static final String SERVICE = "service";
        public static final String OTHER = "other";

        private Category() {}
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
        public static final String PUBLIC = "public";

        private AnswerWay() {}
    }

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String SIGN_FOR = "userTask_signFor";
        public static final String INVESTIGATE = "userTask_investigate";
        public static final String ANSWER = "userTask_answer";
        public static final String KEEP_EVIDENCE = "userTask_keepEvidence";
        public static final String NOTE_REPORTED = "userTask_noteReported";
        public static final String DISPATCH = "userTask_dispatch";
        public static final String FORECAST = "userTask_forecast";
        public static final String DECIDE_EXTENSION = "userTask_decideExtension";

        private Tasks() {}
    }

    /** How a complaint ends: the outcome on the case and the end event in the model. */
    public static final class End {
        public static final Ending ANSWERED_ON_THE_SPOT =
                new Ending("answered-on-the-spot", "endEvent_answeredOnTheSpot");
        public static final Ending ANSWERED_IN_TIME = new Ending("answered-in-time", "endEvent_answeredInTime");
        public static final Ending ANSWERED_LATE = new Ending("answered-late", "endEvent_answeredLate");
        public static final Ending NOT_ACCEPTED = new Ending("not-accepted", "endEvent_notAccepted");
        public static final Ending MERGED = new Ending("merged", "endEvent_merged");
        public static final Ending WITHDRAWN = new Ending("withdrawn", "endEvent_withdrawn");

        private End() {}
    }
}
