package dev.whistle.engine;

import dev.whistle.problem.FailureLog;
import java.util.Arrays;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;

/**
 * Why a job failed, without what it said: the engine would write the message, which may quote a person's data, into
 * its job, incident and byte-array tables and into the log. Kept is the class and the id of our own log line.
 */
final class JobFailures {

    private JobFailures() {}

    /** What the job executor and its log get to see. */
    static final class Executing extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            if (!(command instanceof ExecuteJobsCmd)) {
                return next.execute(command);
            }
            try {
                return next.execute(command);
            } catch (RuntimeException failure) {
                throw withoutWords(failure);
            }
        }
    }

    /** What the engine's tables get; it is told of a failure before the interceptor sees it. */
    static FailedJobCommandFactory storing(FailedJobCommandFactory engines) {
        return (job, failure) -> engines.getCommand(job, withoutWords(failure));
    }

    /** Both get the same failure, so the replacement travels with the original and is logged once. */
    private static ProcessEngineException withoutWords(Throwable failure) {
        if (failure instanceof OptimisticLockingException) {
            // Nothing is wrong, the engine tries again; but its message prints the row that changed.
            return new OptimisticLockingException(failure.getClass().getSimpleName());
        }
        if (failure instanceof WithoutWords replaced) {
            return replaced;
        }
        return Arrays.stream(failure.getSuppressed())
                .filter(WithoutWords.class::isInstance)
                .map(WithoutWords.class::cast)
                .findFirst()
                .orElseGet(() -> replace(failure));
    }

    private static WithoutWords replace(Throwable failure) {
        WithoutWords replacement = new WithoutWords(failure, FailureLog.write(failure));
        failure.addSuppressed(replacement);
        return replacement;
    }

    private static final class WithoutWords extends ProcessEngineException {

        WithoutWords(Throwable failure, String logId) {
            super(failure.getClass().getName() + ", log " + logId);
            setStackTrace(failure.getStackTrace());
        }
    }
}
