package dev.whistle.casefile;

import org.jspecify.annotations.Nullable;

/**
 * A person's data in clear. It lives for one call: stored encrypted, shown masked, revealed by a logged act.
 *
 * @param role the part the person plays in the case, e.g. {@code complainant}
 */
public record PartyDetails(
        String role,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address) {

    @Override
    public String toString() {
        return "PartyDetails[role=" + role + "]"; // a log line must not hold what the database encrypts
    }
}
