package dev.whistle.web;

/** To whom a route can be open. */
enum Audience {
    /** Whoever is logged in. */
    ANYBODY,
    /** Who works for a public unit: an office, the hotline, a street, a community or a department. */
    OFFICER,
    /** Who works for the district's (or city's) own office. */
    DISTRICT_OFFICE,
    /** Who leads the district's (or city's) own office. */
    DISTRICT_LEAD,
    /** Who works for the district's hotline. */
    HOTLINE,
    /** Who works for a property company. */
    COMPANY,
    /** Who runs the installation. */
    ADMINISTRATOR
}
