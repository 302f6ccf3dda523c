package dev.whistle.organisation;

/** What a unit is in the documents' terms (PROCEDURES.md, Terms). */
public enum UnitKind {
    CITY("市办公室"),
    DISTRICT_OFFICE("区办公室"),
    HOTLINE("热线"),
    STREET("镇街"),
    COMMUNITY("社区"),
    DEPARTMENT("部门"),
    DISCIPLINE("纪检"),
    COMPANY("企业");

    private final String label;

    UnitKind(String label) {
        this.label = label;
    }

    /** As officers say it. */
    public String label() {
        return label;
    }

    /** Whether a unit of this kind may stand directly below one of that kind. */
    boolean mayBelongTo(UnitKind parent) {
        return switch (this) {
            case CITY -> false;
            case DISTRICT_OFFICE -> parent == CITY;
            case COMMUNITY -> parent == STREET;
            case HOTLINE, STREET, DEPARTMENT, DISCIPLINE, COMPANY -> parent == DISTRICT_OFFICE || parent == CITY;
        };
    }
}
