package dev.whistle.procedure.dailydigest;

/** The names of the model {@code processes/daily-digest/daily-digest.bpmn} (每日待办提醒): every working morning. */
public final class DailyDigestProcess {

    public static final String ID = "daily-digest";

    /** How it ends: end events of the model. */
    public static final class Ends {
        public static final String REMINDED = "endEvent_reminded";
        public static final String REST_DAY = "endEvent_restDay";

        private Ends() {}
    }

    private DailyDigestProcess() {}
}
