package dev.whistle.testing;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** People whom a test adds to the demo district, which has one officer and one lead a unit, and takes away again. */
@Component
public class Colleagues {

    private final IdentityService identities;

    Colleagues(IdentityService identities) {
        this.identities = identities;
    }

    public void comes(String user, String name, String... groups) {
        User made = identities.newUser(user);
        made.setFirstName(name);
        made.setLastName("");
        made.setPassword(Caller.PASSWORD);
        identities.saveUser(made);
        List.of(groups).forEach(group -> identities.createMembership(user, group));
    }

    public void goes(String user) {
        identities.deleteUser(user);
    }
}
