package dev.whistle.register;

/** Who speaks for the owners of a compound (JJ.12, AS.8). */
public enum CommitteeKind {
    COMMITTEE("业主委员会"),
    INTERIM("临时管委会"),
    MANAGEMENT("物业管理委员会"),
    COURTYARD("院委会");

    private final String label;

    CommitteeKind(String label) {
        this.label = label;
    }

    /** As officers say it. */
    public String label() {
        return label;
    }
}
