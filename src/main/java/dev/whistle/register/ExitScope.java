package dev.whistle.register;

/** How far a company goes (JJ.A8.3.2): out of one compound, or out of the whole district. */
public enum ExitScope {
    COMPOUND,
    DISTRICT
}
