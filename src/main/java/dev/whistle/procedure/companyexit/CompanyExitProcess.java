package dev.whistle.procedure.companyexit;

import dev.whistle.procedure.Ending;

/** The names of the model {@code processes/company-exit/company-exit.bpmn} (P05 企业退出): a company is to leave. */
public final class CompanyExitProcess {

    public static final String ID = "company-exit";

    /** What begins its case numbers. */
    public static final String CODE = "TC";

    public static final String DECISION_CLOCK = "exit.decision";
    public static final String LEAVE_CLOCK = "exit.leave";

    private CompanyExitProcess() {}

    /** Messages that start it, that it waits for, and that it sends to what happens in a compound. */
    public static final class Messages {
        public static final String ORDERED = "company-exit.ordered";
        public static final String HANDOVER_ENDED = "company-exit.handover-ended";
        public static final String WITHDRAWN = "company-exit.withdrawn";
        public static final String HANDOVER_DUE = "compound-handover.due";
        public static final String ORDER_WITHDRAWN = "compound-handover.order-withdrawn";

        private Messages() {}
    }

    /** Variables. Only those that route the case outlive the step that brought them. */
    public static final class Variables {
        public static final String EXIT_REASON = "exitReason";
        public static final String LISTING = "listing";
        public static final String COMPANY = "company";
        public static final String COMPOUND = "compound";
        public static final String RECEIVED_AT = "receivedAt";
        public static final String MATTER = "matter";
        public static final String DETAILS = "details";
        public static final String PARENT = "parent";
        public static final String LEDGER = "ledger";
        public static final String LEFT_ON = "leftOn";
        public static final String DECISION_NO = "decisionNo";
        public static final String DECISION_ON = "decisionOn";
        public static final String LAST_DAY = "lastDay";
        public static final String EXIT_DECISION = "exitDecision";

        private Variables() {}
    }

    /** Values of {@link Variables#EXIT_REASON}: (a) to (i) of P05. */
    public static final class Reason {
        public static final String RESETTLEMENT_BOTTOM = "resettlement-bottom";
        public static final String DISTRICT_BOTTOM = "district-bottom";
        public static final String BLACKLISTED = "blacklisted";
        public static final String APPLICATION = "application";
        public static final String COMMITTEE_ENDED = "committee-ended";
        public static final String LEFT = "left";
        public static final String GRAVE = "grave";
        public static final String SURVEY = "survey";
        public static final String CLEARED_OUT = "cleared-out";

        private Reason() {}
    }

    /** Values of {@link Variables#EXIT_DECISION}. */
    public static final class Decision {
        public static final String EXIT = "exit";
        public static final String STAY = "stay";
        public static final String PERSUADED = "persuaded";

        private Decision() {}
    }

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String DECIDE = "userTask_decide";
        public static final String EXAMINE = "userTask_examine";
        public static final String CONFIRM_LEFT = "userTask_confirmLeft";
        public static final String OWNERS_DECIDE = "userTask_ownersDecide";

        private Tasks() {}
    }

    /** How it ends: the outcome on the case and the end event in the model. */
    public static final class End {
        public static final Ending COMPLETED = new Ending("exit-completed", "endEvent_completed");
        public static final Ending PERSUADED = new Ending("exit-withdrawn", "endEvent_persuaded");
        public static final Ending WITHDRAWN = new Ending("exit-withdrawn", "endEvent_withdrawn");
        public static final Ending NOT_ORDERED = new Ending("exit-not-ordered", "endEvent_notOrdered");
        public static final Ending NOT_SIGNED = new Ending("exit-not-ordered", "endEvent_notSigned");

        private End() {}
    }
}
