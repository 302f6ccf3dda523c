package dev.whistle.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.whistle.engine.EngineProblems;
import dev.whistle.problem.FailureLog;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever goes wrong under {@code /api} into problem JSON (RFC 9457) in the caller's language. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    /** What is wrong with one field, as {@code errors} of a problem lists it. */
    record Wrong(String field, String message) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> anythingElse(Exception failure) {
        Locale language = LocaleContextHolder.getLocale();
        return respond(EngineProblems.explain(failure)
                .map(problem -> answer(language, problem))
                .orElseGet(() -> {
                    ProblemType type = ProblemType.INTERNAL;
                    return type.answer(
                            language,
                            type.messageKey(),
                            Texts.text(language, type.messageKey(), FailureLog.write(failure)));
                }));
    }

    private static ProblemDetail answer(Locale language, Problem problem) {
        ProblemDetail answer =
                ProblemType.of(problem.kind()).answer(language, problem.messageKey(), Texts.text(language, problem));
        List<Wrong> errors = problem.errors().stream()
                .map(it -> new Wrong(it.field(), Texts.text(language, it)))
                .toList();
        return errors.isEmpty() ? answer : withErrors(answer, errors);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(invalid.getAllErrors().stream().map(Problems::wrong));
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(invalid.getParameterValidationResults().stream().flatMap(Problems::wrong));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (unreadable.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String key = mapping instanceof UnrecognizedPropertyException ? "field.unknown" : "field.wrong-type";
            return invalid(Stream.of(wrong(path(mapping), key)));
        }
        return object(ProblemType.MALFORMED.answer(LocaleContextHolder.getLocale()), headers);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(mismatch.getPropertyName());
        return invalid(Stream.of(wrong(field, "field.wrong-type")));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return invalid(Stream.of(wrong(missing.getParameterName(), "field.missing")));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestPart(
            MissingServletRequestPartException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return invalid(Stream.of(wrong(missing.getRequestPartName(), "field.missing")));
    }

    @Override
    protected ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return missing instanceof MissingRequestHeaderException header
                ? invalid(Stream.of(wrong(header.getHeaderName(), "field.missing")))
                : handleExceptionInternal(missing, null, headers, status, request);
    }

    /** A person at a wrong address gets a page; under {@code /api} there are only programs. */
    @Override
    protected ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        boolean person = !missing.getResourcePath().startsWith("api/")
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE);
        if (!person) {
            return handleExceptionInternal(missing, null, headers, status, request);
        }
        Locale language = LocaleContextHolder.getLocale();
        ResponseEntity<String> page = ErrorPage.of(ProblemType.NOT_FOUND.answer(language), language);
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .body(page.getBody());
    }

    /** All that Spring refuses by itself: unknown route, wrong method, media types, size. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            return ResponseEntity.internalServerError()
                    .body(anythingElse(refused).getBody());
        }
        return object(ProblemType.of(status).answer(LocaleContextHolder.getLocale()), headers);
    }

    private static ResponseEntity<Object> invalid(Stream<Wrong> errors) {
        Locale language = LocaleContextHolder.getLocale();
        List<Wrong> listed = errors.toList();
        String detail = listed.stream()
                .map(it -> Texts.text(language, "problem.validation.field", it.field(), it.message()))
                .collect(Collectors.joining(Texts.text(language, "problem.validation.separator")));
        ProblemType type = ProblemType.VALIDATION;
        return object(withErrors(type.answer(language, type.messageKey(), detail), listed), HttpHeaders.EMPTY);
    }

    private static ProblemDetail withErrors(ProblemDetail answer, List<Wrong> errors) {
        answer.setProperty("errors", errors);
        return answer;
    }

    private static Stream<Wrong> wrong(ParameterValidationResult result) {
        return result instanceof ParameterErrors errors
                ? errors.getAllErrors().stream().map(Problems::wrong)
                : result.getResolvableErrors().stream()
                        .map(it -> new Wrong(
                                String.valueOf(result.getMethodParameter().getParameterName()), said(it)));
    }

    private static Wrong wrong(ObjectError error) {
        String field = error instanceof FieldError of ? of.getField() : error.getObjectName();
        return new Wrong(field, said(error));
    }

    private static Wrong wrong(String field, String messageKey) {
        return new Wrong(field, Texts.text(LocaleContextHolder.getLocale(), messageKey));
    }

    private static String said(MessageSourceResolvable error) {
        return String.valueOf(error.getDefaultMessage());
    }

    /** The place in the JSON document, e.g. {@code complainant.phone} or {@code items[2].name}. */
    private static String path(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        mapping.getPath().forEach(step -> {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        });
        return path.toString();
    }

    private static ResponseEntity<ProblemDetail> respond(ProblemDetail answer) {
        return ResponseEntity.of(answer).build();
    }

    private static ResponseEntity<Object> object(ProblemDetail answer, HttpHeaders headers) {
        return ResponseEntity.status(answer.getStatus()).headers(headers).body(answer);
    }
}
