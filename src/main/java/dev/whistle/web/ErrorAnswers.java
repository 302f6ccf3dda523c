package dev.whistle.web;

import dev.whistle.problem.FailureLog;
import dev.whistle.problem.Texts;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is answered where a filter or the server itself refused: a small page for people, problem JSON for programs. */
@Controller
class ErrorAnswers implements ErrorController {

    @RequestMapping(value = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(HttpServletRequest request) {
        Locale language = Languages.of(request);
        ProblemDetail answer = answer(request, language);
        return ErrorPage.of(answer, language);
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        return ResponseEntity.of(answer(request, Languages.of(request))).build();
    }

    private static ProblemDetail answer(HttpServletRequest request, Locale language) {
        ProblemType type = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? ProblemType.of(HttpStatusCode.valueOf(status))
                : ProblemType.NOT_FOUND; // somebody opened /error himself
        Optional<String> logId = type == ProblemType.INTERNAL
                        && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                ? Optional.of(FailureLog.write(failure))
                : Optional.empty();
        return type.answer(language, type.messageKey(), Texts.text(language, type.messageKey(), logId.orElse("-")));
    }
}
