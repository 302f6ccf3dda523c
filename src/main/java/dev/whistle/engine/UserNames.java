package dev.whistle.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Names of users for people to read; an officer may know a colleague's name without the right to read users. */
@Component
public class UserNames {

    private final Unrestricted unrestricted;
    private final IdentityService identities;

    UserNames(Unrestricted unrestricted, @Lazy IdentityService identities) {
        this.unrestricted = unrestricted;
        this.identities = identities;
    }

    /**
     * Names by user id. The web apps show the first name first, so the family's stands there (see organisation.Logins).
     * Ids nobody has are left out.
     */
    public Map<String, String> of(Collection<String> ids) {
        String[] wanted = ids.stream().distinct().toArray(String[]::new);
        if (wanted.length == 0) {
            return Map.of();
        }
        return unrestricted.run(() -> identities.createUserQuery().userIdIn(wanted).list().stream()
                .collect(Collectors.toMap(User::getId, UserNames::name)));
    }

    /** What a user is called; the id where nobody has it. */
    public String nameOf(String id) {
        return of(List.of(id)).getOrDefault(id, id);
    }

    private static String name(User user) {
        return Stream.of(user.getFirstName(), user.getLastName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
    }
}
