package dev.whistle.engine;

import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a command again when somebody else changed the same rows meanwhile. It stands outside the transaction, so each
 * attempt reads what the other one left. A command inside another, or inside our own transaction, cannot be repeated
 * alone and is left to whoever began it; the job executor repeats its own.
 */
final class Retry extends CommandInterceptor {

    private static final int ATTEMPTS = 4;
    private static final int LONGEST_PAUSE_MILLIS = 60;

    @Override
    public <T> T execute(Command<T> command) {
        int attempts = repeatable(command) ? ATTEMPTS : 1;
        for (int attempt = 1; ; attempt++) {
            try {
                return next.execute(command);
            } catch (RuntimeException failed) {
                if (attempt == attempts || !ChangedMeanwhile.isBehind(failed)) {
                    throw failed;
                }
                pause(failed);
            }
        }
    }

    private static boolean repeatable(Command<?> command) {
        return Context.getCommandContext() == null
                && Context.getJobExecutorContext() == null
                && !TransactionSynchronizationManager.isActualTransactionActive()
                && !(command instanceof ExecuteJobsCmd || command instanceof AcquireJobsCmd);
    }

    private static void pause(RuntimeException failed) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed;
        }
    }
}
