package dev.whistle.procedure.mediation;

/**
 * The names of the model {@code processes/mediation/mediation.bpmn} (P08 物业纠纷调解): one mediation by the unit in charge.
 */
public final class MediationProcess {

    public static final String ID = "mediation";

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String MEDIATE = "userTask_mediate";

        private Tasks() {}
    }

    /** What its form asks for. */
    public static final class Variables {
        public static final String RESULT = "mediationResult";

        private Variables() {}
    }

    private MediationProcess() {}
}
