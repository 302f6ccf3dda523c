package dev.whistle.engine;

import dev.whistle.organisation.CurrentOfficer;
import dev.whistle.organisation.Officer;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The officer is whoever the engine is working for: Tasklist, REST and jobs alike set it there. */
@Component
class EngineOfficer implements CurrentOfficer {

    private final IdentityService identities;

    EngineOfficer(@Lazy IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public Optional<Officer> get() {
        return Optional.ofNullable(identities.getCurrentAuthentication())
                .filter(it -> it.getUserId() != null)
                .map(it -> Officer.of(it.getUserId(), it.getGroupIds()));
    }
}
