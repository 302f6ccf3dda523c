package dev.whistle.web;

import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** The kinds of refusal {@code /api} knows. Their URIs are part of the contract: programs branch on them. */
enum ProblemType {
    VALIDATION(HttpStatus.BAD_REQUEST),
    MALFORMED(HttpStatus.BAD_REQUEST),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    CONFLICT(HttpStatus.CONFLICT),
    TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE),
    UNSUPPORTED_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    ProblemType(HttpStatus status) {
        this.status = status;
    }

    static ProblemType of(Problem.Kind kind) {
        return switch (kind) {
            case INVALID -> VALIDATION;
            case FORBIDDEN -> FORBIDDEN;
            case NOT_FOUND -> NOT_FOUND;
            case CONFLICT -> CONFLICT;
            case TOO_LARGE -> TOO_LARGE;
            case UNSUPPORTED_TYPE -> UNSUPPORTED_TYPE;
        };
    }

    /** The type for a status Spring or the server chose. */
    static ProblemType of(HttpStatusCode chosen) {
        return Arrays.stream(values())
                .filter(it -> it != VALIDATION && it.status.value() == chosen.value())
                .findFirst()
                .orElse(chosen.is4xxClientError() ? MALFORMED : INTERNAL);
    }

    HttpStatus status() {
        return status;
    }

    /** Key of the type's own sentence, for refusals nobody has said more about. */
    String messageKey() {
        return "problem." + slug();
    }

    /** An answer of this type that says no more than the type itself. */
    ProblemDetail answer(Locale language) {
        return answer(language, messageKey(), Texts.text(language, messageKey()));
    }

    /**
     * An answer of this type.
     *
     * @param code key of the text, stable and the same in every language
     */
    ProblemDetail answer(Locale language, String code, String detail) {
        ProblemDetail answer = ProblemDetail.forStatusAndDetail(status, detail);
        answer.setType(URI.create("urn:whistle:problem:" + slug()));
        answer.setTitle(Texts.text(language, messageKey() + ".title"));
        answer.setProperty("code", code);
        return answer;
    }

    private String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
