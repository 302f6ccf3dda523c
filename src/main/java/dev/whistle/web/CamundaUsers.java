package dev.whistle.web;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Users and passwords are Camunda's, so that a program and an officer log in with the same account. Camunda's check
 * also slows down whoever guesses, and locks the account in the end.
 */
@Component
class CamundaUsers implements AuthenticationProvider {

    private final IdentityService identities;

    CamundaUsers(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public Authentication authenticate(Authentication claimed) {
        String user = claimed.getName();
        if (!(claimed.getCredentials() instanceof String password) || !identities.checkPassword(user, password)) {
            throw new BadCredentialsException("unknown user or wrong password");
        }
        return known(
                user,
                identities.createGroupQuery().groupMember(user).list().stream()
                        .map(Group::getId)
                        .toList());
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    /** A user Camunda vouches for; authorities are the group ids. */
    static Authentication known(String user, List<String> groups) {
        return UsernamePasswordAuthenticationToken.authenticated(
                user, null, groups.stream().map(SimpleGrantedAuthority::new).toList());
    }
}
