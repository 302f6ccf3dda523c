package dev.whistle.organisation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose organisation this is.
 *
 * @param demo a trial with the invented district, where everybody's password is known
 * @param organisation folder of the four files that an empty database is filled from, e.g. {@code file:/etc/whistle/}
 * @param admin the first administrator, made where there is none
 */
@ConfigurationProperties("whistle")
record OrganisationProperties(
        boolean demo,
        @Nullable String organisation,
        @DefaultValue Admin admin) {

    private static final String DEMO = "classpath:demo/";

    /** Where to fill an empty database from; empty if it stays as it is. */
    Optional<String> folder() {
        if (organisation != null && !organisation.isBlank()) {
            return Optional.of(organisation.endsWith("/") ? organisation : organisation + "/");
        }
        return demo ? Optional.of(DEMO) : Optional.empty();
    }

    /** The first administrator's login, from the environment. */
    record Admin(@Nullable String user, @Nullable String password) {}
}
