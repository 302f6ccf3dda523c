package dev.whistle.web;

import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is logged in. */
@RestController
@Tag(name = "当前用户")
class MeController {

    private final CurrentOfficer current;
    private final IdentityService identities;
    private final Units units;

    MeController(CurrentOfficer current, IdentityService identities, Units units) {
        this.current = current;
        this.identities = identities;
        this.units = units;
    }

    record Me(String user, String name, List<String> groups, List<UnitName> units) {}

    record UnitName(String id, String name) {}

    @GetMapping("/api/me")
    @OpenTo(Audience.ANYBODY)
    @Operation(summary = "当前登录的用户及其单位")
    Me me() {
        Officer officer = current.get().orElseThrow();
        return new Me(
                officer.user(),
                nameOf(officer.user()),
                officer.groups().stream().sorted().toList(),
                officer.units().stream()
                        .flatMap(id -> units.find(id).stream())
                        .sorted(Comparator.comparing(Unit::id))
                        .map(unit -> new UnitName(unit.id(), unit.name()))
                        .toList());
    }

    private String nameOf(String user) {
        User account = identities.createUserQuery().userId(user).singleResult();
        // In Chinese order: the family name comes first.
        return Optional.ofNullable(account).stream()
                .flatMap(it -> Stream.of(orEmpty(it.getLastName()), orEmpty(it.getFirstName())))
                .collect(Collectors.collectingAndThen(Collectors.joining(), name -> name.isBlank() ? user : name));
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part;
    }
}
