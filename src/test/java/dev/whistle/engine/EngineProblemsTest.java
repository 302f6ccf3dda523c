package dev.whistle.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class EngineProblemsTest {

    @Test
    void aProblemIsFoundUnderWhateverTheEngineWrapsItIn() {
        Problem problem = new Problem(Kind.CONFLICT, "task.gone");

        assertThat(EngineProblems.explain(new RestException(
                        Status.INTERNAL_SERVER_ERROR, new ProcessEngineException("expression", problem))))
                .containsSame(problem);
    }

    @Test
    void theEnginesOwnRefusalsHaveAMeaning() {
        assertKind(new AuthorizationException("no"), Kind.FORBIDDEN);
        assertKind(new ProcessEngineException("x", new OptimisticLockingException("x")), Kind.CONFLICT);
        assertKind(new DuplicateKeyException("x"), Kind.CONFLICT);
        assertKind(new NullValueException("Cannot find task with id 1: task is null"), Kind.NOT_FOUND);
        assertKind(new RestException(Status.BAD_REQUEST, "Cannot convert value 'x' of type 'Integer'"), Kind.INVALID);
    }

    @Test
    void whatIsOurFaultIsNotExplainedAway() {
        assertThat(EngineProblems.explain(new IllegalStateException("x"))).isEmpty();
        assertThat(EngineProblems.explain(new ProcessEngineException("x"))).isEmpty();
    }

    private static void assertKind(Throwable failure, Kind kind) {
        assertThat(EngineProblems.explain(failure)).map(Problem::kind).hasValue(kind);
    }
}
