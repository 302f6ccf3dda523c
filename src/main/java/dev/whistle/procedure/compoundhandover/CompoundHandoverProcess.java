package dev.whistle.procedure.compoundhandover;

import dev.whistle.procedure.Ending;

/** The names of the model {@code processes/compound-handover/compound-handover.bpmn} (P05 小区交接接管). */
public final class CompoundHandoverProcess {

    public static final String ID = "compound-handover";
    public static final String CODE = "JG";

    /** The case of the company's exit starts the handover of one compound by it. */
    public static final String DUE = "compound-handover.due";

    /** The case of the company's exit tells that the company stays. */
    public static final String ORDER_WITHDRAWN = "compound-handover.order-withdrawn";

    /** An officer records that a compound was registered by mistake. */
    public static final String WITHDRAWN = "compound-handover.withdrawn";

    /** An officer records for the committee that it has named an auditor. */
    public static final String AUDIT_NAMED = "compound-handover.audit-named";

    /** What the case of the company's exit is told when a compound's handover has ended. */
    public static final String ENDED = "company-exit.handover-ended";

    public static final String INFORM_CLOCK = "handover.inform";
    public static final String COMPLETE_CLOCK = "handover.complete";
    public static final String EMERGENCY_CLOCK = "handover.emergency";
    public static final String STAND_IN_CLOCK = "handover.stand-in";
    public static final String TENDER_CLOCK = "handover.tender";
    public static final String AUDIT_CLOCK = "handover.audit";

    /** Why a compound is handed over that no company leaves: nobody runs it. */
    public static final String UNATTENDED = "unattended";

    private CompoundHandoverProcess() {}

    /** Variables. Only those that route the case outlive the step that brought them. */
    public static final class Variables {
        public static final String PARENT = "parent";
        public static final String COMPOUND = "compound";
        public static final String COMPANY = "company";
        public static final String EXIT_REASON = "exitReason";
        public static final String URGENT = "urgent";
        public static final String LAST_DAY = "lastDay";
        public static final String MATTER = "matter";
        public static final String RECEIVED_AT = "receivedAt";
        public static final String STREET = "street";
        public static final String COMMUNITY = "community";
        public static final String SUCCESSOR = "successor";
        public static final String DECIDED_BY = "decidedBy";
        public static final String TAKES_OVER_FROM = "takesOverFrom";
        public static final String TENDER_ROUND = "tenderRound";
        public static final String HANDOVER_RESULT = "handoverResult";

        private Variables() {}
    }

    /** Values of {@link Variables#SUCCESSOR}, and the outcomes that they lead to. */
    public static final class Successor {
        public static final String NEW_COMPANY = "new-company";
        public static final String STATE_OWNED = "state-owned";
        public static final String SELF_RUN = "self-run";
        public static final String BASIC_SERVICE = "basic-service";

        private Successor() {}
    }

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String INFORM = "userTask_informOwners";
        public static final String HAND_OVER = "userTask_handOver";
        public static final String DECIDE = "userTask_decideSuccession";
        public static final String TENDER = "userTask_tender";
        public static final String AUDIT_REPORT = "userTask_auditReport";

        private Tasks() {}
    }

    /** How a handover ends: the outcome on the case and the end event in the model. */
    public static final class End {
        public static final Ending NEW_COMPANY = new Ending(Successor.NEW_COMPANY, "endEvent_newCompany");
        public static final Ending STATE_OWNED = new Ending(Successor.STATE_OWNED, "endEvent_stateOwned");
        public static final Ending SELF_RUN = new Ending(Successor.SELF_RUN, "endEvent_selfRun");
        public static final Ending BASIC_SERVICE = new Ending(Successor.BASIC_SERVICE, "endEvent_basicService");
        public static final Ending WITHDRAWN = new Ending("handover-withdrawn", "endEvent_withdrawn");

        private End() {}
    }
}
