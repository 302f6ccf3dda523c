package dev.whistle.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * What the security chains answer. Programs are told to use HTTP Basic; a browser never is, or it would ask for a
 * password in a window of its own and from then on send it with requests forged by other sites.
 */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String CHALLENGE = "Basic realm=\"whistle\", charset=\"UTF-8\"";

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (!fromBrowser(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        }
        write(request, response, ProblemType.UNAUTHENTICATED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        write(request, response, ProblemType.FORBIDDEN);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ProblemType type) throws IOException {
        response.setStatus(type.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), type.answer(Languages.of(request)));
    }

    private static boolean fromBrowser(HttpServletRequest request) {
        return request.getCookies() != null
                || request.getHeader("Sec-Fetch-Mode") != null
                || request.getHeader(HttpHeaders.ORIGIN) != null
                || request.getHeader("X-Requested-With") != null
                || accepts(request).contains(MediaType.TEXT_HTML_VALUE);
    }

    private static String accepts(HttpServletRequest request) {
        return String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
    }
}
