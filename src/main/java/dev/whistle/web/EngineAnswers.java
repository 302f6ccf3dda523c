package dev.whistle.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.whistle.engine.EngineProblems;
import dev.whistle.problem.FailureLog;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import dev.whistle.problem.Texts;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.jspecify.annotations.Nullable;

/**
 * What Camunda's REST interface and its web apps answer when something goes wrong: Camunda's JSON shape, the right
 * status and words an officer understands. Jersey finds this class as a service and adds it to every one of Camunda's
 * applications, where the exception is still whole; a filter would have to guess from the English text.
 */
public final class EngineAnswers implements AutoDiscoverable {

    /** Before Camunda's own mappers, which have no priority. */
    private static final int FIRST = 1;

    @Override
    public void configure(FeatureContext context) {
        context.register(ForRest.class, FIRST)
                .register(ForEngine.class, FIRST)
                .register(ForUnreadable.class, FIRST)
                .register(ForMalformed.class, FIRST)
                .register(ForAnything.class, FIRST);
    }

    /**
     * Camunda's shape of an error, with an addition.
     *
     * @param detail the engine's own English words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(String type, String message, @Nullable String detail) {}

    /** Jersey asks for one mapper for each class of exception that Camunda maps. */
    private abstract static class Answering<E extends Throwable> implements ExceptionMapper<E> {

        private final HttpHeaders headers;

        Answering(HttpHeaders headers) {
            this.headers = headers;
        }

        @Override
        public Response toResponse(E failure) {
            return EngineProblems.explain(failure)
                    .map(problem -> answer(failure, problem))
                    .orElseGet(() -> unexplained(failure));
        }

        Response answer(Throwable failure, Problem problem) {
            return answer(
                    ProblemType.of(problem.kind()).status().value(),
                    new Answer(
                            failure.getClass().getSimpleName(),
                            Texts.text(language(), problem),
                            failure instanceof Problem ? null : failure.getMessage()));
        }

        private Response unexplained(Throwable failure) {
            ExceptionHandlerHelper engine = ExceptionHandlerHelper.getInstance();
            Throwable told = innermost(failure);
            int status = engine.getStatus(told).getStatusCode();
            if (status < Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
                return answer(status, engine.fromException(told));
            }
            String logId = FailureLog.write(failure);
            return answer(
                    status,
                    new Answer(
                            failure.getClass().getSimpleName(),
                            Texts.text(language(), ProblemType.INTERNAL.messageKey(), logId),
                            null));
        }

        /** Camunda wraps a refusal once more to say what it was doing ("Cannot complete task …: "), some as 500. */
        private static Throwable innermost(Throwable failure) {
            if (failure instanceof RestException && failure.getCause() instanceof RestException inner) {
                return innermost(inner);
            }
            return failure instanceof RestException && failure.getCause() instanceof BadUserRequestException inner
                    ? inner
                    : failure;
        }

        private static Response answer(int status, Object body) {
            return Response.status(status)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(body)
                    .build();
        }

        private Locale language() {
            List<Locale> asked = headers.getAcceptableLanguages();
            return Texts.language(asked.isEmpty() ? Locale.SIMPLIFIED_CHINESE : asked.get(0));
        }
    }

    @Priority(FIRST)
    static final class ForRest extends Answering<RestException> {
        ForRest(@Context HttpHeaders headers) {
            super(headers);
        }
    }

    @Priority(FIRST)
    static final class ForEngine extends Answering<ProcessEngineException> {
        ForEngine(@Context HttpHeaders headers) {
            super(headers);
        }
    }

    @Priority(FIRST)
    static final class ForUnreadable extends Answering<JsonMappingException> {
        ForUnreadable(@Context HttpHeaders headers) {
            super(headers);
        }

        @Override
        public Response toResponse(JsonMappingException failure) {
            return answer(failure, new Problem(Kind.INVALID, "engine.unreadable"));
        }
    }

    @Priority(FIRST)
    static final class ForMalformed extends Answering<JsonParseException> {
        ForMalformed(@Context HttpHeaders headers) {
            super(headers);
        }

        @Override
        public Response toResponse(JsonParseException failure) {
            return answer(failure, new Problem(Kind.INVALID, "problem.malformed"));
        }
    }

    @Priority(FIRST)
    static final class ForAnything extends Answering<Throwable> {
        ForAnything(@Context HttpHeaders headers) {
            super(headers);
        }
    }
}
