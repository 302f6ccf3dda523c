package dev.whistle.organisation;

import java.security.SecureRandom;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Makes officers known to the engine, which keeps users and memberships. */
@Component
class Logins {

    private final IdentityService identities;
    private final SecureRandom random = new SecureRandom();

    Logins(IdentityService identities) {
        this.identities = identities;
    }

    /** Makes a user and puts him or her into the groups of the unit, which must be there. */
    void add(Login login, Unit unit) {
        save(login);
        identities.createMembership(login.user(), Role.OFFICER.groupOf(unit));
        if (login.role() == Role.LEAD) {
            identities.createMembership(login.user(), Role.LEAD.groupOf(unit));
        }
    }

    /** Makes a user who deploys procedures. */
    void addDesigner(Login login) {
        save(login);
        identities.createMembership(login.user(), Designers.GROUP);
    }

    private void save(Login login) {
        User user = identities.newUser(login.user());
        // The web apps show the first name first, and a Chinese name begins with the family's.
        user.setFirstName(login.familyName());
        user.setLastName(login.givenName());
        user.setEmail(login.mail());
        user.setPassword(login.password() == null ? unknownToAnybody() : login.password());
        identities.saveUser(user);
    }

    /** Camunda fails on the login of a user without a password instead of refusing it. */
    private String unknownToAnybody() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }
}
