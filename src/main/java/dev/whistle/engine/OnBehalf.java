package dev.whistle.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the application goes on with for an officer who asked for it earlier: it is done in his or her name. */
@Component
public class OnBehalf {

    private final IdentityService identities;

    OnBehalf(@Lazy IdentityService identities) {
        this.identities = identities;
    }

    /** Does this as the officer, who is in the groups that he or she is in now. */
    public <T> T of(String user, Supplier<T> work) {
        List<String> groups = identities.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        Authentication before = identities.getCurrentAuthentication();
        identities.setAuthentication(user, groups);
        try {
            return work.get();
        } finally {
            identities.setAuthentication(before);
        }
    }
}
