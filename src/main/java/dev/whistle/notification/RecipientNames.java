package dev.whistle.notification;

import dev.whistle.casefile.PartyRole;
import dev.whistle.engine.UserNames;
import dev.whistle.organisation.Unit;
import dev.whistle.organisation.Units;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What officers call a recipient: a colleague's name, the part somebody plays in a case, a unit. */
@Component
class RecipientNames {

    private final UserNames users;
    private final Units units;

    RecipientNames(UserNames users, Units units) {
        this.users = users;
        this.units = units;
    }

    /** Names of all of them. */
    Map<Recipient, String> of(Collection<Recipient> recipients) {
        Map<String, String> names = users.of(recipients.stream()
                .filter(it -> it.kind() == Recipient.Kind.USER)
                .map(Recipient::name)
                .toList());
        return recipients.stream().distinct().collect(Collectors.toMap(Function.identity(), it -> name(it, names)));
    }

    private String name(Recipient recipient, Map<String, String> users) {
        return switch (recipient.kind()) {
            case USER -> users.getOrDefault(recipient.name(), recipient.name());
            case PARTY -> PartyRole.labelOf(recipient.role());
            case GROUP -> units.ofGroup(recipient.name()).map(Unit::name).orElse(recipient.name());
        };
    }
}
