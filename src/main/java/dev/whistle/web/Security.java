package dev.whistle.web;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who gets in. Every path is matched by pattern, never by a plain string: Spring would match that only where its own
 * servlet serves the path, and Camunda's REST interface is served by another. What no chain names is closed.
 */
@Configuration
class Security {

    private final IdentityService identities;
    private final CamundaUsers users;
    private final Refusals refusals;

    Security(IdentityService identities, CamundaUsers users, Refusals refusals) {
        this.identities = identities;
        this.users = users;
        this.refusals = refusals;
    }

    /** The web apps guard themselves: login, session, CSRF token and headers are Camunda's. */
    @Bean
    @Order(1)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        return http.securityMatcher(path("/camunda/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests
                        // The first visitor could make himself administrator (CVE-2026-77226).
                        .requestMatchers(path("/camunda/api/admin/setup/**"), path("/camunda/app/admin/*/setup/**"))
                        .denyAll()
                        .requestMatchers(path("/camunda/app/{app:tasklist|cockpit|admin|welcome|whistle}/**"))
                        .permitAll()
                        // Camunda answers an application that is not there with 500 and a page of log.
                        .requestMatchers(path("/camunda/app/**"))
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    /** Our interface, for programs by HTTP Basic and for plugins of the web apps by their session. */
    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return programs(http, "/api/**")
                .addFilterBefore(new WebappSession(refusals), BasicAuthenticationFilter.class)
                .build();
    }

    /** Camunda's REST interface, for programs only. */
    @Bean
    @Order(3)
    SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
        return programs(http, "/engine-rest/**").build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain rest(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable) // nobody is logged in here
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'")))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                path("/"),
                                path("/favicon.ico"),
                                path("/public/**"),
                                path("/error"),
                                path("/actuator/health/**"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private HttpSecurity programs(HttpSecurity http, String pattern) throws Exception {
        return http.securityMatcher(path(pattern))
                .csrf(AbstractHttpConfigurer::disable) // see WebappSession; a browser never learns of HTTP Basic
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(SessionFixationConfigurer::none)) // the session is the web apps'
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(Customizer.withDefaults())
                .authenticationProvider(users)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                // Nothing served here is a page; a preview is framed by the web apps of the same origin.
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
                        .contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'self'")))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterAfter(new EngineIdentity(identities), AuthorizationFilter.class);
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
