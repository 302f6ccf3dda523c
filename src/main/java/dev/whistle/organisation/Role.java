package dev.whistle.organisation;

/**
 * What somebody is in a unit; each role is an engine group of that unit. A lead may do an officer's work too and so is a
 * member of both groups.
 */
enum Role {
    OFFICER("工作人员"),
    LEAD("负责人");

    private final String label;

    Role(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The engine group of this role in a unit. */
    String groupOf(Unit unit) {
        return this == OFFICER ? unit.officers() : unit.leads();
    }
}
