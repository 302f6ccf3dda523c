package dev.whistle.organisation;

import java.util.List;

/**
 * A whole organisation as its files give it, checked and in an order in which it can be stored: parents before
 * children.
 */
record Organisation(
        List<Unit> units,
        List<Company> companies,
        List<Compound> compounds,
        List<Login> logins,
        List<Contact> contacts) {}
