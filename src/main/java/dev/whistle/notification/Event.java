package dev.whistle.notification;

import java.util.Map;
import java.util.Set;

/** Events that the application itself tells of, and what only some events can say. */
final class Event {

    static final String DIGEST = "digest.daily";
    static final String UNDELIVERABLE = "message.undeliverable";

    /** The clock that a notify step names. */
    static final String CLOCK_NAME = "期限名称";

    static final String CLOCK_LAST_DAY = "期限截止日";

    static final String TODAY = "今日";
    static final String TASKS_SHORT = "待办概况";
    static final String TASKS = "待办清单";

    /** What {@link Circulars} tell has names that begin so. */
    static final String CIRCULAR = "circular.";

    static final String PERIOD = "所属期间";
    static final String UNIT = "单位名称";
    static final String LISTED = "情况清单";

    /** Rows that must be there. */
    static final Map<String, Channel> REQUIRED = Map.of(DIGEST, Channel.MAIL, UNDELIVERABLE, Channel.MAIL);

    private static final Set<String> OF_DIGEST = Set.of(TODAY, TASKS_SHORT, TASKS);
    private static final Set<String> OF_CLOCK = Set.of(CLOCK_NAME, CLOCK_LAST_DAY);

    private static final Set<String> OF_CIRCULAR = Set.of(PERIOD, UNIT, LISTED);

    private Event() {}

    /** What may be said of an event beside the facts of its case. */
    static Set<String> ownWords(String event) {
        if (event.startsWith(CIRCULAR)) {
            return OF_CIRCULAR;
        }
        return event.equals(DIGEST) ? OF_DIGEST : OF_CLOCK;
    }
}
