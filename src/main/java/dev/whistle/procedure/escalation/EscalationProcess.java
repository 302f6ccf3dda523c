package dev.whistle.procedure.escalation;

import dev.whistle.procedure.Ending;

/** The names of the model {@code processes/escalation/escalation.bpmn} (抄告、督办、通报, P03). */
public final class EscalationProcess {

    public static final String ID = "escalation";

    /** What begins its case numbers. */
    public static final String CODE = "DB";

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String ASSESS = "userTask_assess";
        public static final String REFER = "userTask_refer";
        public static final String INTERVIEW = "userTask_interview";
        public static final String ACCOUNT = "userTask_account";

        private Tasks() {}
    }

    /** What its start form asks for. */
    public static final class Variables {
        public static final String SOURCE = "source";
        public static final String LISTED_MATTER = "listedMatter";
        public static final String MATTER = "matter";
        public static final String UNIT = "unit";
        public static final String COMPOUND = "compound";
        public static final String DUTY = "duty";
        public static final String CLAUSE = "clause";
        public static final String OCCASION = "occasion";
        public static final String HAPPENED = "happened";
        public static final String WANTED_RUNG = "wantedRung";

        private Variables() {}
    }

    /** Where the duty came from. */
    public static final class Source {
        public static final String COMPLAINT = "complaint";
        public static final String ASSIGNMENT = "assignment";
        public static final String OFFICE_DISPATCH = "office-dispatch";

        private Source() {}
    }

    /** What has happened, as far as it is known. */
    public static final class Happened {
        public static final String MISSED = "missed";
        public static final String NOT_TO_QUALITY = "not-to-quality";
        public static final String SHIRKED = "shirked";
        public static final String CAUSED_COMPLAINT = "caused-complaint";
        public static final String GRAVE = "grave";
        public static final String REPORTED_UP = "reported-up";
        public static final String NO_FAULT = "no-fault";

        private Happened() {}
    }

    /** Messages that the model waits for. */
    public static final class Messages {
        public static final String DUTY_MISSED = "escalation.duty-missed";
        public static final String MISSED_AGAIN = "escalation.missed-again";
        public static final String REVOKED = "escalation.revoked";

        private Messages() {}
    }

    /** How it may end. */
    public static final class End {
        public static final Ending NO_GROUND = new Ending("no-ground", "endEvent_noGround");
        public static final Ending AFTER_FIRST_NOTICE =
                new Ending("rectified-after-first-notice", "endEvent_rectifiedAfterFirstNotice");
        public static final Ending AFTER_SUPERVISION =
                new Ending("rectified-after-supervision", "endEvent_rectifiedAfterSupervision");
        public static final Ending AFTER_BULLETIN =
                new Ending("rectified-after-bulletin", "endEvent_rectifiedAfterBulletin");
        public static final Ending ACCOUNTABILITY_OPENED =
                new Ending("accountability-opened", "endEvent_accountabilityOpened");
        public static final Ending REVOKED = new Ending("revoked", "endEvent_revoked");

        private End() {}
    }

    private EscalationProcess() {}
}
