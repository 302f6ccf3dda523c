package dev.whistle.procedure.undelivered;

/** The names of the model {@code processes/undelivered/undelivered.bpmn} (消息未送达处理, JJ.A7.3.5). */
public final class UndeliveredProcess {

    public static final String ID = "undelivered";

    /** Tasks of officers. */
    public static final class Tasks {
        public static final String TELL_OTHERWISE = "userTask_tellOtherwise";

        private Tasks() {}
    }

    /** What it is given, and what its form asks for. */
    public static final class Variables {
        public static final String MESSAGE_ID = "messageId";
        public static final String NEXT = "next";
        public static final String TOLD_BY = "toldBy";
        public static final String TOLD_AT = "toldAt";
        public static final String NOTE = "note";

        private Variables() {}
    }

    /** Values of {@link Variables#NEXT}. */
    public static final class Next {
        public static final String TOLD = "told";
        public static final String AGAIN = "again";

        private Next() {}
    }

    /** Rows of {@code messages.dmn}. */
    public static final class Messages {
        public static final String UNDELIVERABLE = "message.undeliverable";

        private Messages() {}
    }

    /** How it ends: end events of the model. */
    public static final class Ends {
        public static final String TOLD_OTHERWISE = "endEvent_toldOtherwise";
        public static final String RESENT = "endEvent_resent";

        private Ends() {}
    }

    private UndeliveredProcess() {}
}
