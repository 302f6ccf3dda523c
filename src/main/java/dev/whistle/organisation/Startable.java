package dev.whistle.organisation;

import java.util.EnumSet;
import java.util.Set;

/** The procedures that officers start themselves, and in which units. */
enum Startable {
    COMPLAINT(
            "complaint",
            EnumSet.of(
                    UnitKind.DISTRICT_OFFICE,
                    UnitKind.HOTLINE,
                    UnitKind.STREET,
                    UnitKind.COMMUNITY,
                    UnitKind.DEPARTMENT,
                    UnitKind.COMPANY)),
    /** A compound that nobody runs is registered by its street (JJ.A4.2.2, AS.10). */
    COMPOUND_HANDOVER("compound-handover", EnumSet.of(UnitKind.STREET)),
    ASSIGNMENT("assignment", EnumSet.of(UnitKind.DISTRICT_OFFICE, UnitKind.STREET, UnitKind.COMMUNITY)),
    /** Whoever is above somebody may have to call him to account; the office does so (JJ.G3). */
    ESCALATION("escalation", EnumSet.of(UnitKind.DISTRICT_OFFICE)),
    /** What a patrol finds, by the page for patrols (JJ.15, JJ.A3.3.2). */
    PATROL_FINDING(
            "patrol-finding", EnumSet.of(UnitKind.STREET, UnitKind.COMMUNITY, UnitKind.DEPARTMENT, UnitKind.COMPANY)),
    /** Streets and the hotline whistle (JJ.10); what others report their street confirms. */
    STREET_WHISTLE(
            "street-whistle",
            EnumSet.of(
                    UnitKind.DISTRICT_OFFICE,
                    UnitKind.HOTLINE,
                    UnitKind.STREET,
                    UnitKind.COMMUNITY,
                    UnitKind.DEPARTMENT,
                    UnitKind.COMPANY)),
    /** A company applies, a community registers what the owners have decided, a street what it finds (P05). */
    COMPANY_EXIT(
            "company-exit",
            EnumSet.of(UnitKind.DISTRICT_OFFICE, UnitKind.STREET, UnitKind.COMMUNITY, UnitKind.COMPANY));

    private final String process;
    private final Set<UnitKind> by;

    Startable(String process, Set<UnitKind> by) {
        this.process = process;
        this.by = by;
    }

    /** Key of the process definition. */
    String process() {
        return process;
    }

    boolean by(Unit unit) {
        return by.contains(unit.kind());
    }
}
