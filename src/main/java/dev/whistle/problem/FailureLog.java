package dev.whistle.problem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what failed under an id that can be told to the asker. Only classes and stack frames are written: a message may
 * quote what somebody entered. With this logger at DEBUG the messages are written too.
 */
public final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    private static final int ID_LENGTH = 8;
    private static final int DEEPEST_CAUSE = 10;

    private FailureLog() {}

    /** Logs the failure and returns the id of the log line. */
    public static String write(Throwable failure) {
        String id = UUID.randomUUID().toString().substring(0, ID_LENGTH);
        LOG.error("failure {}", id, new Frames(failure, DEEPEST_CAUSE));
        LOG.debug("failure {} in full", id, failure);
        return id;
    }

    /** A throwable's class and frames without its message. */
    private static final class Frames extends Throwable {

        private final String original;

        Frames(Throwable failure, int depth) {
            super(null, cause(failure, depth), false, true);
            this.original = failure.getClass().getName();
            setStackTrace(failure.getStackTrace());
        }

        private static @Nullable Throwable cause(Throwable failure, int depth) {
            Throwable cause = failure.getCause();
            return cause == null || depth == 0 ? null : new Frames(cause, depth - 1);
        }

        @Override
        public String toString() {
            return original;
        }
    }
}
