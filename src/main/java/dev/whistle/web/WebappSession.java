package dev.whistle.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the plugins in Tasklist and Cockpit call {@code /api} under the officer's login there. A write must carry the
 * web apps' own token, which a page of another site cannot read.
 */
final class WebappSession extends OncePerRequestFilter {

    private static final String ENGINE = "default";
    /** As in the web apps: who is no longer in a group, or gone, is noticed after this time. */
    private static final Duration GROUPS_KEPT = Duration.ofMinutes(5);

    private final AccessDeniedHandler refusals;

    WebappSession(AccessDeniedHandler refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpSession session = request.getSession(false);
        Optional<UserAuthentication> officer = session == null || request.getHeader(HttpHeaders.AUTHORIZATION) != null
                ? Optional.empty()
                : loggedIn(session);
        if (session != null && officer.isPresent()) {
            if (!harmless(request) && !carriesToken(request, session)) {
                refusals.handle(request, response, new AccessDeniedException("write without the session's token"));
                return;
            }
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(CamundaUsers.known(
                    officer.get().getIdentityId(), officer.get().getGroupIds()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private static Optional<UserAuthentication> loggedIn(HttpSession session) {
        Authentications logins = AuthenticationUtil.getAuthsFromSession(session);
        AuthenticationUtil.updateCache(logins, session, GROUPS_KEPT.toMillis());
        return Optional.ofNullable(logins.getAuthenticationForProcessEngine(ENGINE))
                .filter(UserAuthentication.class::isInstance)
                .map(UserAuthentication.class::cast);
    }

    private static boolean harmless(HttpServletRequest request) {
        return CsrfConstants.CSRF_NON_MODIFYING_METHODS_PATTERN
                .matcher(request.getMethod())
                .matches();
    }

    private static boolean carriesToken(HttpServletRequest request, HttpSession session) {
        String carried = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        return carried != null
                && session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String expected
                && MessageDigest.isEqual(
                        carried.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
