package dev.whistle.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives each page of the web apps a nonce of its own, the mark by which its Content-Security-Policy lets its scripts run.
 * Camunda keeps one for all requests: a page that was asked for beside anything else could have another's in its header
 * than in its text, and stayed blank.
 */
@Component
class PageNonce extends OncePerRequestFilter {

    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern PAGE = Pattern.compile("/camunda/app/[^.]*");
    private static final Pattern IN_POLICY = Pattern.compile("'nonce-[^']*'");
    private static final Pattern IN_TEXT = Pattern.compile("nonce=\"[^\"]*\"");
    private static final int BYTES = 20;

    private final SecureRandom random = new SecureRandom();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !PAGE.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        String policy = page.getHeader(POLICY);
        if (policy != null && page.getContentSize() > 0) {
            String own = nonce();
            page.setHeader(POLICY, IN_POLICY.matcher(policy).replaceAll("'nonce-" + own + "'"));
            // Byte for byte, whatever it is written in: the mark itself is ASCII.
            String text = new String(page.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
            page.resetBuffer();
            page.getOutputStream()
                    .write(IN_TEXT.matcher(text)
                            .replaceAll("nonce=\"" + own + "\"")
                            .getBytes(StandardCharsets.ISO_8859_1));
        }
        page.copyBodyToResponse();
    }

    private String nonce() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
