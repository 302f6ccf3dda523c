package dev.whistle.organisation;

import org.jspecify.annotations.Nullable;

/**
 * An officer as the organisation's files name him or her.
 *
 * @param unit null for a designer, who works for none
 * @param mail where messages reach the officer; null for somebody who gets none
 * @param password null for somebody who cannot log in until an administrator has set one
 */
record Login(
        String user,
        String familyName,
        String givenName,
        @Nullable String unit,
        Role role,
        @Nullable String mail,
        @Nullable String password) {}
