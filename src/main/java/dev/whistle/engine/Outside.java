package dev.whistle.engine;

import dev.whistle.organisation.Officer;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Whether a command comes from outside: somebody logged in asks for it, through REST or a web app. What a model's step
 * does is not from outside, nor what our own code does with authorization switched off
 * ({@code context.runWithoutAuthorization}), nor what happens with nobody logged in (start-up, the job executor).
 */
final class Outside {

    private Outside() {}

    /** Who asks from outside; empty where nobody does. */
    static Optional<Officer> caller(CommandContext context) {
        Authentication caller = context.getAuthentication();
        return caller == null
                        || caller.getUserId() == null
                        || !context.isAuthorizationCheckEnabled()
                        || Context.getCoreExecutionContext() != null
                ? Optional.empty()
                : Optional.of(Officer.of(caller.getUserId(), caller.getGroupIds()));
    }
}
