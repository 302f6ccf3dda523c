package dev.whistle.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import dev.whistle.problem.Texts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Camunda's own interfaces read a deployment whole into memory before anybody looks at it. What is larger than models
 * can be is refused by the length it announces, or else where it grows over the limit. Our own interface has Spring's
 * limits.
 */
final class UploadLimit extends OncePerRequestFilter {

    private static final int BYTES_IN_A_KILOBYTE = 1024;

    private final long largest;
    private final ObjectMapper json;

    private UploadLimit(long largest, ObjectMapper json) {
        this.largest = largest;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() <= largest) {
            chain.doFilter(new Limited(request), response);
            return;
        }
        response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(
                response.getOutputStream(),
                new EngineAnswers.Answer("Problem", Texts.text(Languages.of(request), tooLarge()), null));
    }

    private Problem tooLarge() {
        return new Problem(Kind.TOO_LARGE, "gate.too-large", largest / BYTES_IN_A_KILOBYTE);
    }

    /** A request that does not say how much it brings. */
    private final class Limited extends HttpServletRequestWrapper {

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }
    }

    private final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private long read;

        Counted(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = body.read(bytes, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int more) {
            read += more;
            if (read > largest) {
                throw tooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }

    @Configuration
    static class OnCamundasInterfaces {

        /** After the doors: who may not come in is told that first. */
        @Bean
        FilterRegistrationBean<UploadLimit> uploadLimit(
                @Value("${whistle.gate.max-upload:10MB}") DataSize largest, ObjectMapper json) {
            FilterRegistrationBean<UploadLimit> filter =
                    new FilterRegistrationBean<>(new UploadLimit(largest.toBytes(), json));
            filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
            return filter;
        }
    }
}
