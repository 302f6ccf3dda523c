package dev.whistle.engine;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/**
 * Failures that mean only that somebody else was quicker: the engine's own, and the database's when two transactions
 * write the same row of our tables, which happens before the engine gets to compare its revisions.
 */
final class ChangedMeanwhile {

    private static final int DEEPEST_CAUSE = 10;

    /**
     * What the database says of it: unique violation, serialization failure, deadlock. When a step of a model fails,
     * the engine asks the database whether the model catches the failure; PostgreSQL, whose transaction is lost by
     * then, refuses that, and only the refusal's cause tells what happened.
     */
    private static final Set<String> QUICKER = Set.of("23505", "40001", "40P01");

    private ChangedMeanwhile() {}

    /** Whether this failure is one. */
    static boolean is(Throwable failure) {
        return failure instanceof OptimisticLockingException
                || failure instanceof ConcurrencyFailureException
                || failure instanceof DuplicateKeyException
                || failure instanceof SQLException refused && QUICKER.contains(String.valueOf(refused.getSQLState()));
    }

    /** Whether this failure or what caused it is one. */
    static boolean isBehind(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, it -> it != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(ChangedMeanwhile::is);
    }
}
