package dev.whistle.web;

import dev.whistle.problem.Texts;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** A problem as a small page for people. */
final class ErrorPage {

    /** Styled by a file: the pages' security policy allows no style within. */
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
              <meta charset="UTF-8">
              <title>%s · %s</title>
              <link rel="icon" href="/camunda/app/whistle/mark.svg">
              <link rel="stylesheet" href="/camunda/app/whistle/error.css">
            </head>
            <body>
              <img src="/camunda/app/whistle/mark.svg" alt="">
              <h1>%s</h1>
              <p>%s</p>
              <p><a href="/">%s</a></p>
            </body>
            </html>
            """;

    private ErrorPage() {}

    static ResponseEntity<String> of(ProblemDetail problem, Locale language) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.TEXT_HTML)
                .body(PAGE.formatted(
                        language.toLanguageTag(),
                        Texts.text(language, "product.name"),
                        problem.getTitle(),
                        problem.getTitle(),
                        problem.getDetail(),
                        Texts.text(language, "error.back")));
    }
}
