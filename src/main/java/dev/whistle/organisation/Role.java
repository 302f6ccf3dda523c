package dev.whistle.organisation;

import java.util.List;

/**
 * What somebody is; in a unit, each role is an engine group of that unit. A lead may do an officer's work too and so is
 * a member of both groups. A designer works for no unit: he deploys procedures and sees no case.
 */
enum Role {
    OFFICER("工作人员"),
    LEAD("负责人"),
    DESIGNER("设计人员");

    /** The roles that somebody has in a unit. */
    static final List<Role> IN_A_UNIT = List.of(OFFICER, LEAD);

    private final String label;

    Role(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The engine group of this role in a unit. */
    String groupOf(Unit unit) {
        return switch (this) {
            case OFFICER -> unit.officers();
            case LEAD -> unit.leads();
            case DESIGNER -> Designers.GROUP;
        };
    }
}
