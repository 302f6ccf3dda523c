package dev.whistle.organisation;

/** What a unit is in the documents' terms (PROCEDURES.md, Terms). */
public enum UnitKind {
    CITY,
    DISTRICT_OFFICE,
    HOTLINE,
    STREET,
    COMMUNITY,
    DEPARTMENT,
    COMPANY
}
