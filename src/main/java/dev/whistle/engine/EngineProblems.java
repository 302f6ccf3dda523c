package dev.whistle.engine;

import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;

/** What the engine's exceptions mean to an officer. */
public final class EngineProblems {

    private static final int DEEPEST_CAUSE = 10;

    /** What the engine says only in words. */
    private static final List<Said> SAID = List.of(
            new Said("cannot find task with id", Kind.NOT_FOUND, "engine.task-unknown"),
            new Said("no matching task with id", Kind.NOT_FOUND, "engine.task-unknown"),
            new Said("no task found for", Kind.NOT_FOUND, "engine.task-unknown"),
            new Said("task is null", Kind.NOT_FOUND, "engine.task-unknown"),
            new Said("cannot convert value", Kind.INVALID, "engine.wrong-type"),
            new Said("unsupported value type", Kind.INVALID, "engine.wrong-type"));

    private EngineProblems() {}

    /** The problem behind this failure, if it is one the asker can do something about. */
    public static Optional<Problem> explain(Throwable failure) {
        List<Throwable> causes = Stream.<Throwable>iterate(failure, it -> it != null, EngineProblems::causeOf)
                .limit(DEEPEST_CAUSE)
                .toList();
        return causes.stream()
                .flatMap(it -> byClass(it).stream())
                .findFirst()
                .or(() -> causes.stream().flatMap(it -> byWords(it).stream()).findFirst());
    }

    private static @Nullable Throwable causeOf(Throwable failure) {
        return failure.getCause();
    }

    private static Optional<Problem> byClass(Throwable failure) {
        if (failure instanceof Problem problem) {
            return Optional.of(problem);
        }
        if (failure instanceof AuthorizationException) {
            return Optional.of(new Problem(Kind.FORBIDDEN, "engine.not-authorized"));
        }
        if (ChangedMeanwhile.is(failure)) {
            return Optional.of(new Problem(Kind.CONFLICT, "engine.changed-meanwhile"));
        }
        if (failure instanceof TaskAlreadyClaimedException) {
            return Optional.of(new Problem(Kind.CONFLICT, "engine.task-claimed"));
        }
        if (failure instanceof SuspendedEntityInteractionException) {
            return Optional.of(new Problem(Kind.CONFLICT, "engine.suspended"));
        }
        return Optional.empty();
    }

    /** For failures whose class says little: most of them are about something that is not there. */
    private static Optional<Problem> byWords(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return SAID.stream()
                .filter(it -> message.contains(it.words()))
                .map(it -> new Problem(it.kind(), it.messageKey()))
                .findFirst()
                .or(() -> failure instanceof NullValueException || failure instanceof NotFoundException
                        ? Optional.of(new Problem(Kind.NOT_FOUND, "engine.unknown"))
                        : Optional.empty());
    }

    private record Said(String words, Kind kind, String messageKey) {}
}
