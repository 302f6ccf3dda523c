package dev.whistle.web;

import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.UnitKind;
import dev.whistle.organisation.Units;
import dev.whistle.problem.Problem;
import dev.whistle.problem.Problem.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a call through to a route of {@code /api} if the route's decision ({@link OpenTo}) says so. */
@Component
class Routes implements HandlerInterceptor {

    private static final String OPENAPI = "org.springdoc.";
    private static final Set<UnitKind> DISTRICT = EnumSet.of(UnitKind.DISTRICT_OFFICE, UnitKind.CITY);

    private final CurrentOfficer current;
    private final Units units;

    Routes(CurrentOfficer current, Units units) {
        this.current = current;
        this.units = units;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod route) {
            Set<Audience> open = decision(route).orElseThrow(Routes::closed);
            Officer caller = current.get().orElseThrow(Routes::closed);
            if (open.stream().noneMatch(it -> includes(it, caller))) {
                throw closed();
            }
        }
        return true; // anything else under /api is a path nobody serves
    }

    /** To whom this route is open; empty where nobody decided. */
    static Optional<Set<Audience>> decision(HandlerMethod route) {
        OpenTo decision = route.getMethodAnnotation(OpenTo.class);
        if (decision != null) {
            return Optional.of(Set.of(decision.value()));
        }
        return route.getBeanType().getName().startsWith(OPENAPI)
                ? Optional.of(EnumSet.of(Audience.ANYBODY))
                : Optional.empty();
    }

    /** Whether the caller belongs to this audience. */
    boolean callerIs(Audience audience) {
        return current.get().map(caller -> includes(audience, caller)).orElse(false);
    }

    private boolean includes(Audience audience, Officer caller) {
        return switch (audience) {
            case ANYBODY -> true;
            case ADMINISTRATOR -> caller.administrator();
            case COMPANY -> worksFor(caller, EnumSet.of(UnitKind.COMPANY));
            case DISTRICT_OFFICE -> worksFor(caller, DISTRICT);
            case DISTRICT_LEAD -> leads(caller, DISTRICT);
            case HOTLINE -> worksFor(caller, EnumSet.of(UnitKind.HOTLINE));
            case OFFICER -> worksFor(caller, EnumSet.complementOf(EnumSet.of(UnitKind.COMPANY)));
        };
    }

    private boolean worksFor(Officer caller, Set<UnitKind> kinds) {
        return unitsOf(caller, kinds).findAny().isPresent();
    }

    private boolean leads(Officer caller, Set<UnitKind> kinds) {
        return unitsOf(caller, kinds).map(Unit::leads).anyMatch(caller.groups()::contains);
    }

    private Stream<Unit> unitsOf(Officer caller, Set<UnitKind> kinds) {
        return caller.units().stream()
                .flatMap(id -> units.find(id).stream())
                .filter(unit -> kinds.contains(unit.kind()));
    }

    private static Problem closed() {
        return new Problem(Kind.FORBIDDEN, "problem.forbidden");
    }
}
